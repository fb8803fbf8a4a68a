using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace SpatialPlan.Server.Web;

/// <summary>Under which address the world reaches this server, and whom it believes about that.</summary>
public static class PublicAddress
{
    public static void AddPublicAddress(this WebApplicationBuilder builder)
    {
        // Who may be linked to may be asked: the host of PublicUrl needs no second setting.
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<PlanOptions>>((filter, plan) =>
        {
            if (plan.Value.PublicUrl is { Length: > 0 } url)
            {
                filter.AllowedHosts = [.. filter.AllowedHosts, new Uri(url).Host];
            }
        });

        // Also where the framework would believe everybody (ASPNETCORE_FORWARDEDHEADERS_ENABLED): whom is said in one place.
        builder.Services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<PlanOptions>, IOptions<HostFilteringOptions>>((forwarded, plan, filter) =>
        {
            var proxies = ProxyList.Parse(plan.Value.TrustedProxies);
            forwarded.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.All;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                forwarded.KnownIPNetworks.Add(proxy);
            }

            forwarded.AllowedHosts = filter.Value.AllowedHosts;
        });
    }

    /// <summary>
    /// Before everything that reads an address. The path of PublicUrl is taken off where a proxy passes it on, and a
    /// proxy that has taken it off itself finds the same.
    /// </summary>
    public static void UsePublicAddress(this WebApplication app, PlanOptions options)
    {
        // Without a proxy that is known the framework's check would let every peer in.
        if (options.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }

        if (options.PublicUrl.Length == 0 || new Uri(options.PublicUrl).AbsolutePath is not { Length: > 1 } prefix)
        {
            return;
        }

        app.UsePathBase(prefix);
        app.Use((context, next) =>
        {
            if (context.Request.Path.HasValue)
            {
                return next(context);
            }

            // Addresses in the page are relative to its folder.
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"{options.PublicUrl}/{context.Request.QueryString.ToUriComponent()}";
            return Task.CompletedTask;
        });
    }

    /// <summary>The address of the application: the one that is set, or the one by which it was asked; no slash at its end.</summary>
    public static string Root(HttpRequest request, PlanOptions options) =>
        options.PublicUrl is { Length: > 0 } configured ? configured : $"{request.Scheme}://{Host(request)}{request.PathBase.ToUriComponent()}";

    // RFC 9112 3.3: who asks without a host means the address that the connection was made to.
    private static string Host(HttpRequest request) =>
        request.Host.HasValue ? request.Host.ToUriComponent()
        : request.HttpContext.Connection is { LocalIpAddress: { } address, LocalPort: var port } ? new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port).ToString()
        : "localhost";
}
