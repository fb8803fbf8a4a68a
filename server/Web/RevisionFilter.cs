using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>
/// Answers "still the same" from the plan's revision. Preconditions come after the status (RFC 9110, 13.2.1): what is
/// malformed or does not exist is said first, so an endpoint reads its parameters and then, before it asks for data,
/// whether <see cref="IsHeld"/>; one that does not ask has its answer left out.
/// </summary>
public sealed class RevisionFilter(RevisionStore revisions) : IEndpointFilter
{
    // Another build may write the same data in another way.
    private static readonly string Build = typeof(RevisionFilter).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private static readonly object Held = new();

    private static volatile RevisionTag? latest;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;

        // What programs read in bulk may be two seconds old; who has just written through our own API sees it at once.
        var revision = http.Request.Path.StartsWithSegments("/ogc", StringComparison.Ordinal)
            ? await revisions.Recent(http.RequestAborted)
            : await revisions.Current(http.RequestAborted);

        var metadata = http.GetEndpoint()?.Metadata;
        var several = metadata?.GetMetadata<Variant>();
        var variant = several?.Of(http.Request);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.Append(HeaderNames.Vary, variant is null ? "Accept" : "Accept, Accept-Language");
        if (several?.LanguageOf is { } languageOf)
        {
            headers.ContentLanguage = languageOf(http.Request);
        }

        http.Items[typeof(RevisionFilter)] = revision;
        if (metadata?.GetMetadata<OwnTag>() is not null)
        {
            return await next(context);
        }

        var tag = TagOf(revision, variant);
        headers.ETag = tag.Text;

        // What somebody holds is no answer of everybody's.
        if (!RequestAudience.Of(http.Request).IsPublic || !tag.IsHeldBy(http.Request))
        {
            return await next(context);
        }

        http.Items[Held] = Held;
        return await next(context) is var answer && IsThere(answer) ? Unchanged : answer;
    }

    /// <summary>The answer to who has it already.</summary>
    public static IResult Unchanged { get; } = TypedResults.StatusCode(StatusCodes.Status304NotModified);

    /// <summary>Whether the one who asks has the answer already, if there is one.</summary>
    public static bool IsHeld(HttpContext context) => context.Items.ContainsKey(Held);

    /// <summary>The same for an endpoint that writes its answer itself: then the status is set, and nothing is left to do.</summary>
    public static bool AnswersHeld(HttpContext context)
    {
        var isHeld = IsHeld(context);
        if (isHeld)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }

        return isHeld;
    }

    private static bool IsThere(object? answer) => answer is IStatusCodeHttpResult { StatusCode: null or StatusCodes.Status200OK };

    /// <summary>The revision this request was answered for.</summary>
    public static PlanRevision Of(HttpContext context) => (PlanRevision)context.Items[typeof(RevisionFilter)]!;

    /// <summary>The tag of a revision; the latest is put together once and not for each request.</summary>
    public static RevisionTag TagOf(PlanRevision revision, string? variant = null)
    {
        var known = latest;
        return known?.Revision == revision && known.Variant == variant ? known : latest = new RevisionTag(revision, Build, variant);
    }
}
