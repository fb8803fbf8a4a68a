using System.Collections.Concurrent;
using System.Collections.Frozen;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>OGC API Tiles: /req/core/tc-op. A tile whose revision is known is 304, or comes from the cache, without a query.</summary>
public sealed class TileEndpoints(CollectionFinder collections, TileStore tiles, TileCache cache, TileShortcut shortcut, RevisionStore revisions)
{
    private readonly ConcurrentDictionary<string, FrozenSet<string>> parameters = new();

    public Task TileOfCollection(string collectionId, string matrixSet, string tileMatrix, string tileRow, string tileCol, HttpContext context) =>
        Answer(Address(matrixSet, tileMatrix, tileRow, tileCol), [collections.Get(collectionId)], [], context);

    public Task TileOfMany(string matrixSet, string tileMatrix, string tileRow, string tileCol, HttpContext context) =>
        Answer(Address(matrixSet, tileMatrix, tileRow, tileCol), collections.Named(context.Request.Query["collections"]), ["collections"], context);

    private static TileAddress Address(string matrixSet, string zoom, string row, string column)
    {
        var set = TileMatrixSet.Find(matrixSet) ?? throw TileProblems.UnknownMatrixSet();
        return TileAddress.TryParse(set, zoom, row, column, out var areNumbers)
            ?? throw (areNumbers ? TileProblems.OutOfRange() : TileProblems.NoNumbers());
    }

    private async Task Answer(TileAddress address, IReadOnlyList<CollectionDefinition> chosen, string[] more, HttpContext context)
    {
        var known = parameters.GetOrAdd(
            string.Join(',', chosen.Select(collection => collection.Id).Concat(more)), _ => TileQuery.Parameters(chosen).Concat(more).ToFrozenSet());
        var query = TileQuery.Read(address, chosen, more.Length > 0 ? collections.All : chosen, QueryReader.Of(context.Request.Query, known, "mvt"));
        var encoding = TileResponse.Encoding(context.Request);
        var (revision, isCertain) = await Revision(context.RequestAborted);
        if (isCertain && TileResponse.Describe(context, revision))
        {
            return;
        }

        Task<Tile> Make(CancellationToken cancel) => isCertain ? tiles.Make(query, revision, cancel) : throw RequestException.Away("database-away");
        var audience = RequestAudience.Of(context.Request);
        if (!audience.IsPublic)
        {
            await TileResponse.Write(context.Response, await TileCache.MakeOnce(encoding, Make, context.RequestAborted), context.RequestAborted);
            return;
        }

        var name = TileCache.NameOf(audience, revision, query.Name);
        var tile = cache.Find(name, encoding);
        if (tile is not null)
        {
            // What is asked for a second time may be asked for often; of a tile that nobody wants again nothing is remembered.
            shortcut.Learn(context, query.Name, encoding);
        }

        tile ??= await cache.Get(name, encoding, Make, context.RequestAborted);
        await TileResponse.Write(context.Response, tile, context.RequestAborted);
    }

    /// <summary>While the database is away, what is in the cache is the best that is known; it is marked as nothing to keep.</summary>
    private async Task<(PlanRevision Revision, bool IsCertain)> Revision(CancellationToken cancel)
    {
        try
        {
            return (await revisions.Recent(cancel), true);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException && revisions.Known is not null)
        {
            return (revisions.Known!, false);
        }
    }
}
