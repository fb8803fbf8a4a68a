using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>OGC API Tiles: /req/core/tc-op. A tile whose revision is known is 304, or comes from the cache, without a query.</summary>
public sealed class TileEndpoints(CollectionFinder collections, TileStore tiles, TileCache cache, RevisionStore revisions)
{
    public const string MediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>Where a client reads what a tile does not show.</summary>
    public const string ThinnedHeader = "Tile-Thinned";

    /// <summary>A browser asks again each time and gets 304; a cache in between may answer a crowd for a second.</summary>
    private const string CacheControl = "public, max-age=0, s-maxage=1, must-revalidate";

    private readonly ConcurrentDictionary<string, FrozenSet<string>> parameters = new();

    public Task TileOfCollection(string collectionId, string matrixSet, string tileMatrix, string tileRow, string tileCol, HttpContext context) =>
        Answer(Address(matrixSet, tileMatrix, tileRow, tileCol), [collections.Get(collectionId)], [], context);

    public Task TileOfMany(string matrixSet, string tileMatrix, string tileRow, string tileCol, HttpContext context) =>
        Answer(Address(matrixSet, tileMatrix, tileRow, tileCol), collections.Named(context.Request.Query["collections"]), ["collections"], context);

    private static TileAddress Address(string matrixSet, string zoom, string row, string column)
    {
        if (matrixSet != TileAddress.MatrixSet)
        {
            throw TileProblems.UnknownMatrixSet();
        }

        return TileAddress.TryParse(zoom, row, column, out var areNumbers)
            ?? throw (areNumbers ? TileProblems.OutOfRange() : TileProblems.NoNumbers());
    }

    private async Task Answer(TileAddress address, IReadOnlyList<CollectionDefinition> chosen, string[] more, HttpContext context)
    {
        var known = parameters.GetOrAdd(
            string.Join(',', chosen.Select(collection => collection.Id).Concat(more)), _ => TileQuery.Parameters(chosen).Concat(more).ToFrozenSet());
        var query = TileQuery.Read(address, chosen, more.Length > 0 ? collections.All : chosen, QueryReader.Of(context.Request.Query, known, "mvt"));
        var encoding = Encoding(context.Request);
        var (revision, isCertain) = await Revision(context.RequestAborted);
        var name = $"{revision}\n{query.Name}";
        if (isCertain)
        {
            Describe(context.Response, revision);
            if (RevisionFilter.Holds(context.Request, RevisionFilter.TagOf(revision)))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        var tile = cache.Find(name) ?? (isCertain
            ? await cache.Get(name, async cancel => new PackedTile(await tiles.Make(query, revision, cancel), encoding), context.RequestAborted)
            : throw RequestException.Away("database-away"));
        await Write(context.Response, tile, encoding, context.RequestAborted);
    }

    /// <summary>While the database is away, what is in the cache is the best that is known; it is marked as nothing to keep.</summary>
    private async Task<(long Revision, bool IsCertain)> Revision(CancellationToken cancel)
    {
        try
        {
            return (await revisions.Recent(cancel), true);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException && revisions.Known >= 0)
        {
            return (revisions.Known, false);
        }
    }

    private static void Describe(HttpResponse response, long revision)
    {
        response.GetTypedHeaders().ETag = RevisionFilter.TagOf(revision);
        response.Headers.CacheControl = CacheControl;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
    }

    private static async Task Write(HttpResponse response, PackedTile tile, string encoding, CancellationToken cancel)
    {
        if (response.Headers.CacheControl.Count == 0)
        {
            response.Headers.CacheControl = "no-store";
        }

        if (tile.IsEmpty)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (tile.Thinned is { } thinned)
        {
            response.Headers[ThinnedHeader] = thinned;
        }

        var bytes = tile.As(encoding);
        response.ContentType = MediaType;
        response.ContentLength = bytes.Length;
        if (encoding.Length > 0)
        {
            response.Headers.ContentEncoding = encoding;
        }

        await response.Body.WriteAsync(bytes, cancel);
    }

    private static string Encoding(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            return "";
        }

        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string encoding) => accepted.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
        return Takes("br") ? "br" : Takes("gzip") || Takes("*") ? "gzip" : "";
    }
}
