using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Writing;

/// <summary>
/// The strong ETag of one thing that is written, by its version, and the version that a writer has seen (If-Match, RFC 9110
/// 13.1.1). Whoever changes something says what was seen: 428 without, 412 when it is not so any more.
/// </summary>
public static class VersionTag
{
    public static string Of(string thing, int version) => $"\"{thing}-{version}\"";

    /// <summary>The version of a thing that the request names.</summary>
    public static int Seen(HttpRequest request, string thing)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            throw new RequestException(StatusCodes.Status428PreconditionRequired, "if-match-missing");
        }

        // What is weak, or of something else, matches nothing; neither does a star, which has seen no version.
        return request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag] && Version(tag, thing) is { } version
            ? version
            : throw new RequestException(StatusCodes.Status412PreconditionFailed, "changed-meanwhile");
    }

    private static int? Version(EntityTagHeaderValue tag, string thing)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        return text.StartsWith($"{thing}-", StringComparison.Ordinal)
            && int.TryParse(text[(thing.Length + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
