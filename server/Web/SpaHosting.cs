using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace SpatialPlan.Server.Web;

/// <summary>Serves the built client, or stands in front of its development server when Spa:DevServer names one.</summary>
public static class SpaHosting
{
    public const string DevServerSetting = "Spa:DevServer";

    private const string Page = "index.html";
    private const string Forever = "public, max-age=31536000, immutable";

    public static void UseClient(this WebApplication app, PlanOptions options)
    {
        if (app.Configuration[DevServerSetting] is { Length: > 0 } server)
        {
            app.UseWhen(IsForClient, client => client.UseSpa(spa => spa.UseProxyToSpaDevelopmentServer(server)));
            return;
        }

        var built = Folders.Find(options.Client, Path.Combine("client", "dist"), app.Environment.ContentRootPath);
        if (File.Exists(Path.Combine(built, Page)))
        {
            var files = new PhysicalFileProvider(built);

            // All of the view is in the query and the fragment: the page has one address.
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, DefaultFileNames = [Page] });

            RefuseToChange(app, files);

            // The names under /assets/ carry the hash of their content.
            app.UsePackedFiles(files, path => path.StartsWithSegments("/assets", StringComparison.Ordinal) ? Forever : CacheControlHeaderValue.NoCacheString);
        }
        else
        {
            app.UseWhen(IsPage, client => client.Run(_ => throw RequestException.Unknown("client-not-built")));
        }
    }

    private static void RefuseToChange(WebApplication app, PhysicalFileProvider files) => app.UseWhen(
        context => context.GetEndpoint() is null && !AllowedMethods.Reads(context.Request) && (context.Request.Path == "/" || files.GetFileInfo(context.Request.Path).Exists),
        changed => changed.Run(AllowedMethods.RefuseToChange));

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && context.Request.Path == "/"
        && AllowedMethods.Reads(context.Request);

    private static bool IsForClient(HttpContext context) =>
        context.GetEndpoint() is null
        && !context.Request.Path.StartsWithSegments("/ogc", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
