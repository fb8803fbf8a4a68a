using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>Answers "still the same" from the plan's revision, before any data is asked for.</summary>
public sealed class RevisionFilter(RevisionStore revisions) : IEndpointFilter
{
    // Another build may write the same data in another way.
    private static readonly string Build = typeof(RevisionFilter).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private static volatile RevisionTag? latest;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;

        // What programs read in bulk may be two seconds old; who has just written through our own API sees it at once.
        var revision = http.Request.Path.StartsWithSegments("/ogc", StringComparison.Ordinal)
            ? await revisions.Recent(http.RequestAborted)
            : await revisions.Current(http.RequestAborted);

        var several = http.GetEndpoint()?.Metadata.GetMetadata<Variant>();
        var variant = several?.Of(http.Request);
        var tag = TagOf(revision, variant);
        var headers = http.Response.Headers;
        headers.ETag = tag.Text;
        headers.CacheControl = "no-cache";
        headers.Append(HeaderNames.Vary, variant is null ? "Accept" : "Accept, Accept-Language");
        if (several?.LanguageOf is { } languageOf)
        {
            headers.ContentLanguage = languageOf(http.Request);
        }

        http.Items[typeof(RevisionFilter)] = revision;
        return tag.IsHeldBy(http.Request) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : await next(context);
    }

    /// <summary>The revision this request was answered for.</summary>
    public static long Of(HttpContext context) => (long)context.Items[typeof(RevisionFilter)]!;

    /// <summary>The tag of a revision; the latest is put together once and not for each request.</summary>
    public static RevisionTag TagOf(long revision, string? variant = null)
    {
        var known = latest;
        return known?.Revision == revision && known.Variant == variant ? known : latest = new RevisionTag(revision, Build, variant);
    }
}
