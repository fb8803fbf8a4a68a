using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Editing;

/// <summary>
/// If-Match and If-None-Match of a request that edits (RFC 9110, 13.1). Neither is needed, for QGIS sends none; where one is sent it
/// holds. Of a tag what says the state counts, and not in which system or coding the feature was read.
/// </summary>
internal static class Preconditions
{
    /// <param name="request">The one that edits.</param>
    /// <param name="code">Of the feature; null of the list, which has no strong tag.</param>
    /// <param name="state">What stands in the feature's tag.</param>
    /// <exception cref="Web.RequestException">412 changed-meanwhile.</exception>
    public static void Hold(HttpRequest request, string? code, string? state)
    {
        var headers = request.GetTypedHeaders();
        var isRefused = (request.Headers.IfMatch.Count > 0 && !headers.IfMatch.Any(tag => tag == EntityTagHeaderValue.Any || (!tag.IsWeak && Names(tag))))
            || headers.IfNoneMatch.Any(tag => (tag == EntityTagHeaderValue.Any && code is not null) || Names(tag));
        if (isRefused)
        {
            throw SeenFeature.Changed();
        }

        bool Names(EntityTagHeaderValue tag) => code is not null && tag.Tag.AsSpan().Trim('"').StartsWith($"{Uri.EscapeDataString(code)}-{state}.", StringComparison.Ordinal);
    }
}
