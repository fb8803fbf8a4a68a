using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SpatialPlan.Server.Web;

/// <summary>
/// Serves files in the form in which the build has packed them: beside main.js stand main.js.br and main.js.gz
/// (client/pack.ts). Each form has an ETag of its own, and nothing is packed while somebody waits.
/// </summary>
public static class PackedFiles
{
    /// <summary>The smallest first.</summary>
    private static readonly (string Coding, string Ending)[] Forms = [("br", ".br"), ("gzip", ".gz")];

    /// <param name="app">Where requests arrive.</param>
    /// <param name="files">The folder as the build has left it.</param>
    /// <param name="cacheControl">How long the file of an address may be kept.</param>
    public static void UsePackedFiles(this IApplicationBuilder app, IFileProvider files, Func<PathString, string> cacheControl)
    {
        foreach (var (coding, ending) in Forms)
        {
            // A form that is not there leaves the request to the next.
            app.UseWhen(
                context => context.GetEndpoint() is null && Takes(context.Request, coding),
                packed => packed.UseStaticFiles(Options(new Packed(files, ending), coding)));
        }

        app.UseStaticFiles(Options(files, coding: null));

        StaticFileOptions Options(IFileProvider from, string? coding) => new()
        {
            FileProvider = from,
            OnPrepareResponse = sent =>
            {
                var headers = sent.Context.Response.Headers;
                headers.CacheControl = cacheControl(sent.Context.Request.Path);
                headers.Vary = HeaderNames.AcceptEncoding;
                if (coding is not null)
                {
                    headers.ContentEncoding = coding;
                }
            },
        };
    }

    /// <summary>A coding is taken that is named, or meant by *, and not with q=0 (RFC 9110, 12.5.3).</summary>
    public static bool Takes(HttpRequest request, string coding)
    {
        var named = request.GetTypedHeaders().AcceptEncoding;
        var meant = named.FirstOrDefault(entry => entry.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) ?? named.FirstOrDefault(entry => entry.Value == "*");
        return meant is not null && meant.Quality is not 0;
    }

    /// <summary>The files of a folder, each in a packed form, under the name of what is packed.</summary>
    private sealed class Packed(IFileProvider files, string ending) : IFileProvider
    {
        public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath + ending);

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
