using System.IO.Compression;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace SpatialPlan.Server.Web;

/// <summary>How large a request may be, how long it may take, and how an answer is written.</summary>
public static class HttpLimits
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>What an address of the API may have; it is also what a proxy in front should let through.</summary>
    private const int AddressBytes = 16 * 1024;

    /// <summary>The page keeps its view in its address and reads it itself: a link of any reasonable length opens.</summary>
    private const int RequestLineBytes = 4 * AddressBytes;

    private const long BodyBytes = 10 * 1024 * 1024;
    private static readonly TimeSpan RequestDeadline = TimeSpan.FromSeconds(30);

    /// <summary>An address that is too long for a question is refused in words; the page may have it.</summary>
    public static void RefuseLongAddresses(this WebApplication app) =>
        app.Use((context, next) =>
            context.Request.QueryString.Value!.Length > AddressBytes && context.Request.Path != "/"
                ? throw new RequestException(StatusCodes.Status414UriTooLong, "address-too-long", new { maximum = AddressBytes })
                : next(context));

    /// <summary>The limits of connections, and where they are taken.</summary>
    public static void AddConnectionLimits(this WebApplicationBuilder builder)
    {
        // In appsettings.json it would win over ASPNETCORE_URLS.
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(KestrelProblems.Use);
            kestrel.Limits.MaxRequestLineSize = RequestLineBytes;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = RequestDeadline / 2;
        });
    }

    /// <summary>The limits of requests.</summary>
    public static void AddHttpLimits(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostFilteringOptions>(filter => filter.IncludeFailureMessage = false);
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, RefusedHosts>());
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = RequestDeadline, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

        // What is compressed is public and carries no secret, so that its length tells nothing.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "application/schema+json", "application/vnd.oai.openapi+json", Problems.MediaType, "image/svg+xml"];
            compression.Providers.Add(new BlockCompression(new BrotliCompressionProvider(Options.Create(new BrotliCompressionProviderOptions { Level = CompressionLevel.Fastest }))));
            compression.Providers.Add(new BlockCompression(new GzipCompressionProvider(Options.Create(new GzipCompressionProviderOptions { Level = CompressionLevel.Fastest }))));
        });
    }
}
