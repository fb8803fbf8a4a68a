using System.Globalization;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>Answers "still the same" from the plan's revision, before any data is asked for.</summary>
public sealed class RevisionFilter(RevisionStore revisions) : IEndpointFilter
{
    // Another build may write the same data in another way.
    private static readonly string Build = typeof(RevisionFilter).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;

        // What programs read in bulk may be two seconds old; who has just written through our own API sees it at once.
        var revision = http.Request.Path.StartsWithSegments("/ogc", StringComparison.Ordinal)
            ? await revisions.Recent(http.RequestAborted)
            : await revisions.Current(http.RequestAborted);

        var variant = http.GetEndpoint()?.Metadata.GetMetadata<Variant>()?.Of(http.Request);
        var tag = TagOf(revision, variant);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        http.Response.Headers.Append(HeaderNames.Vary, variant is null ? "Accept" : "Accept, Accept-Language");
        http.Items[typeof(RevisionFilter)] = revision;
        return Holds(http.Request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : await next(context);
    }

    /// <summary>The revision this request was answered for.</summary>
    public static long Of(HttpContext context) => (long)context.Items[typeof(RevisionFilter)]!;

    /// <summary>Weak: the same revision may be compressed in one way or another.</summary>
    public static EntityTagHeaderValue TagOf(long revision, string? variant = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{revision}-{Build}{(variant is null ? "" : "-")}{variant}\""), isWeak: true);

    /// <summary>Whether the one who asks has this already.</summary>
    public static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
}
