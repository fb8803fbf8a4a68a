using System.Collections.Concurrent;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Ogc;

/// <summary>How far the features of a collection reach in space and plan time, and which sources (terms of the vocabulary) they come from.</summary>
public sealed record Extent(double[]? Bbox, int? FromYear, int? ToYear, IReadOnlyList<string> Sources);

/// <summary>Extents from the data, asked once a revision.</summary>
public sealed class ExtentStore(PlanDatabase database)
{
    private readonly ConcurrentDictionary<string, (long Revision, Extent Extent)> known = new();

    public async Task<Extent> Of(CollectionDefinition collection, long revision, CancellationToken cancel)
    {
        if (known.TryGetValue(collection.Id, out var entry) && entry.Revision == revision)
        {
            return entry.Extent;
        }

        var extent = await Ask(collection, cancel);
        known[collection.Id] = (revision, extent);
        return extent;
    }

    private async Task<Extent> Ask(CollectionDefinition collection, CancellationToken cancel)
    {
        // Test collections have no sources.
        var sources = collection.Has("source") ? $"array(select distinct f.source from published.{collection.TableName} f where f.source is not null)" : "array[]::text[]";
        await using var command = database.Public.CreateCommand($"""
            select ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box), first_year, last_year, {sources}
            from (select ST_Extent(f.geom) as box, min(f.horizon_from) as first_year, max(f.horizon_to) as last_year
                  from {collection.Published} f) reach
            """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        double[]? box = await reader.IsDBNullAsync(0, cancel) ? null : [.. Enumerable.Range(0, 4).Select(reader.GetDouble)];
        int? Year(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
        return new Extent(box, Year(4), Year(5), await reader.GetFieldValueAsync<string[]>(6, cancel));
    }
}
