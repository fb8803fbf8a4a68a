using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Npgsql;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Writing;

/// <summary>
/// The feature that something is made of, as its writer has seen it. Whoever has the strong ETag of an item
/// (<c>"project-4-1-3-2.5f3a9c1e"</c>) may send it as If-Match in place of <c>based_on</c>. It is not needed; where it is sent it
/// holds, so that nobody takes for guarded what is not.
/// </summary>
public static class SeenFeature
{
    /// <summary>The version that something is based on: the one that was seen, or without If-Match the one that is said.</summary>
    /// <param name="request">What makes it.</param>
    /// <param name="collection">Of the feature.</param>
    /// <param name="code">Of the feature; null when it is new, of which nothing can have been seen.</param>
    /// <param name="said">What <c>based_on</c> says.</param>
    /// <param name="connection">Of staff.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RequestException">412: another version stands, or is said. What is weak, a star or of another feature matches nothing.</exception>
    public static async Task<int?> Base(HttpRequest request, string collection, string? code, int? said, NpgsqlConnection connection, CancellationToken cancel)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return said;
        }

        if (code is null || request.GetTypedHeaders().IfMatch is not [{ IsWeak: false } tag] || VersionIn(tag, code) is not { } seen || (said ?? seen) != seen)
        {
            throw Changed();
        }

        var standing = await connection.Call("standing($1)", cancel, new JsonArray(new JsonObject { ["collection"] = collection, ["code"] = code }));
        return (int?)standing?["version"] == seen ? seen : throw Changed();
    }

    public static RequestException Changed() => new(StatusCodes.Status412PreconditionFailed, "changed-meanwhile");

    /// <summary>Between the code and a dot, behind which stands what else decides the bytes of an item.</summary>
    private static int? VersionIn(EntityTagHeaderValue tag, string code)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        var end = text.LastIndexOf('.');
        return end > code.Length && text.StartsWith($"{code}-", StringComparison.Ordinal)
            && int.TryParse(text[(code.Length + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
