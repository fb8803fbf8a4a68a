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
        var revision = await revisions.Current(http.RequestAborted);

        // Weak: the same revision may be compressed in one way or another.
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{revision}-{Build}\""), isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        http.Response.Headers.Append(HeaderNames.Vary, "Accept");
        http.Items[typeof(RevisionFilter)] = revision;
        return Holds(http.Request, tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : await next(context);
    }

    /// <summary>The revision this request was answered for.</summary>
    public static long Of(HttpContext context) => (long)context.Items[typeof(RevisionFilter)]!;

    private static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
}
