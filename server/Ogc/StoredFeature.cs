using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>A feature as it was read.</summary>
/// <param name="State">Its version, or the state of what its reader proposes of it.</param>
/// <param name="Json">Its members as GeoJSON without the closing brace.</param>
public sealed record StoredFeature(string State, byte[] Json)
{
    public StoredFeature(int version, byte[] json)
        : this(version.ToString(CultureInfo.InvariantCulture), json)
    {
    }

    private const int HashBytes = 4;

    /// <summary>
    /// The strong ETag of this answer, <c>"project-4-1-3-2.5f3a9c1e"</c>: code and version, which a writer says back, and what
    /// else decides the bytes (the CRS, the build, the catalogue). A coding has a tag of its own (RFC 9110, 8.8.3.3).
    /// </summary>
    public string Tag(string code) => $"{Uri.EscapeDataString(code)}-{State}.{Convert.ToHexStringLower(SHA256.HashData(Json).AsSpan(0, HashBytes))}";

    /// <summary>Says the tag of the answer; 304 is set, and true is given, where anybody who asks has it in some coding.</summary>
    public bool AnswersHeld(HttpContext context, string code)
    {
        var (response, tag) = (context.Response, Tag(code));
        response.Headers.ETag = $"\"{tag}\"";

        // Who signed in is answered whole: nothing of such an answer is kept, and its tag is for If-Match.
        if (RequestAudience.Of(context.Request).IsPublic && Held(context.Request.GetTypedHeaders(), tag) is { } held)
        {
            response.Headers.ETag = held;
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        // Whether it is packed is decided when it begins.
        response.OnStarting(() =>
        {
            if (response.Headers.ContentEncoding.Count > 0)
            {
                response.Headers.ETag = $"\"{tag}-{response.Headers.ContentEncoding}\"";
            }

            return Task.CompletedTask;
        });
        return false;
    }

    private static string? Held(RequestHeaders headers, string tag)
    {
        foreach (var known in headers.IfNoneMatch)
        {
            var text = known.Tag.AsSpan().Trim('"');
            if (known.Equals(EntityTagHeaderValue.Any) || text.SequenceEqual(tag))
            {
                return $"\"{tag}\"";
            }

            if (text.StartsWith(tag, StringComparison.Ordinal) && text[tag.Length..] is "-br" or "-gzip")
            {
                return $"\"{text}\"";
            }
        }

        return null;
    }
}
