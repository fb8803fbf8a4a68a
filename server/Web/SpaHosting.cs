using Microsoft.AspNetCore.SpaServices.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace SpatialPlan.Server.Web;

/// <summary>Serves the built client, or stands in front of its development server when Spa:DevServer names one.</summary>
public static class SpaHosting
{
    public const string DevServerSetting = "Spa:DevServer";

    private const string Forever = "public, max-age=31536000, immutable";

    public static void AddClient(this WebApplicationBuilder builder, PlanOptions options) =>
        builder.Services.AddSpaStaticFiles(files => files.RootPath = Folders.Find(options.Client, Path.Combine("client", "dist"), builder.Environment.ContentRootPath));

    public static void UseClient(this WebApplication app)
    {
        if (app.Configuration[DevServerSetting] is { Length: > 0 } server)
        {
            app.UseWhen(IsForClient, client => client.UseSpa(spa => spa.UseProxyToSpaDevelopmentServer(server)));
            return;
        }

        var files = new StaticFileOptions
        {
            // The names under /assets/ carry the hash of their content.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? Forever : CacheControlHeaderValue.NoCacheString,
        };
        app.UseSpaStaticFiles(files);

        // All of the view is in the query and the fragment: the page has one address.
        var isBuilt = app.Services.GetRequiredService<ISpaStaticFileProvider>().FileProvider?.GetFileInfo("index.html").Exists is true;
        app.UseWhen(IsPage, client =>
        {
            if (isBuilt)
            {
                client.UseSpa(spa => spa.Options.DefaultPageStaticFileOptions = files);
            }
            else
            {
                client.Run(_ => throw RequestException.Unknown("client-not-built"));
            }
        });
    }

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && context.Request.Path == "/"
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));

    private static bool IsForClient(HttpContext context) =>
        context.GetEndpoint() is null
        && !context.Request.Path.StartsWithSegments("/ogc", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
