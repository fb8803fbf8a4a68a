using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>The ETag of an answer: the revision, which names the database too, the build, and the variant where an address has several. Weak: the same revision may be compressed in one way or another.</summary>
public sealed class RevisionTag(PlanRevision revision, string build, string? variant)
{
    private readonly EntityTagHeaderValue value = new(
        $"\"{revision.Tag}-{build}{(variant is null ? "" : "-")}{variant}\"", isWeak: true);

    private string? text;

    public PlanRevision Revision => revision;

    public string? Variant => variant;

    /// <summary>As a header has it.</summary>
    public string Text => text ??= value.ToString();

    /// <summary>Whether the one who asks has this already.</summary>
    public bool IsHeldBy(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count > 0
        && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(value, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any));
}
