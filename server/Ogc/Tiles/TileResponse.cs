using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>How a tile goes over the wire: headers, status and bytes.</summary>
public static class TileResponse
{
    public const string MediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>Where a client reads what a tile does not show.</summary>
    public const string ThinnedHeader = "Tile-Thinned";

    /// <summary>A browser asks again each time and gets 304; a cache in between may answer a crowd for a second.</summary>
    private const string CacheControl = "public, max-age=0, s-maxage=1, must-revalidate";

    /// <summary>The ways to pack a tile; empty is none.</summary>
    public static readonly IReadOnlyList<string> Encodings = ["br", "gzip", ""];

    /// <summary>What a tile is given as; others know it by the name of what it is written in.</summary>
    public static readonly string[] Types = [MediaType, "application/x-protobuf"];

    /// <summary>Whether it is plain that a tile is accepted, without reading what is said at length.</summary>
    public static bool IsPlainlyAccepted(HttpRequest request) =>
        request.Headers.Accept is var accept && (accept.Count == 0 || accept == "*/*" || accept == MediaType);

    /// <summary>The way to pack a tile that the one who asks takes: one of <see cref="Encodings"/>.</summary>
    public static string Encoding(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            return "";
        }

        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string encoding) => accepted.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
        return Takes("br") ? "br" : Takes("gzip") || Takes("*") ? "gzip" : "";
    }

    /// <summary>Says which revision the answer is of; true when the one who asks has that already, and 304 is the answer.</summary>
    public static bool Describe(HttpContext context, PlanRevision revision)
    {
        var headers = context.Response.Headers;
        var tag = RevisionFilter.TagOf(revision);
        headers.ETag = tag.Text;
        headers.CacheControl = CacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (!RequestAudience.Of(context.Request).IsPublic || !tag.IsHeldBy(context.Request))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Writes a tile and lets go of it. One whose revision is not certain (no <see cref="Describe"/> before) is nothing to keep.</summary>
    public static ValueTask Write(HttpResponse response, PackedTile tile, CancellationToken cancel)
    {
        if (response.Headers.CacheControl.Count == 0)
        {
            response.Headers.CacheControl = "no-store";
        }

        if (tile.IsEmpty)
        {
            tile.Dispose();
            response.StatusCode = StatusCodes.Status204NoContent;
            return ValueTask.CompletedTask;
        }

        if (tile.Thinned is { } thinned)
        {
            response.Headers[ThinnedHeader] = thinned;
        }

        response.ContentType = MediaType;
        response.ContentLength = tile.Bytes.Length;
        if (tile.Encoding.Length > 0)
        {
            response.Headers.ContentEncoding = tile.Encoding;
        }

        var writing = response.BodyWriter.WriteAsync(tile.Bytes, cancel);
        if (!writing.IsCompletedSuccessfully)
        {
            return Finish(writing, tile);
        }

        tile.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async ValueTask Finish(ValueTask<FlushResult> writing, PackedTile tile)
    {
        using (tile)
        {
            await writing;
        }
    }
}
