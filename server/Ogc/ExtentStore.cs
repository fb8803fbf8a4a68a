using System.Collections.Concurrent;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>How far the features of a collection reach in space and plan time, how many they are, and which sources (terms of the vocabulary) they come from.</summary>
/// <param name="Bbox">West, south, east, north in degrees, rounded outward: it holds what is stored and what is written with fewer decimals. Null where nothing has a place.</param>
/// <param name="FromYear">The first year of a horizon.</param>
/// <param name="ToYear">The last one.</param>
/// <param name="Count">The number of features, with and without a place.</param>
/// <param name="Sources">Codes of the vocabulary.</param>
public sealed record Extent(double[]? Bbox, int? FromYear, int? ToYear, long Count, IReadOnlyList<string> Sources);

/// <summary>Extents from the data, asked once a revision.</summary>
public sealed class ExtentStore(PlanDatabase database)
{
    private readonly ConcurrentDictionary<string, (PlanRevision Revision, Extent Extent)> known = new();

    public async Task<Extent> Of(CollectionDefinition collection, PlanRevision revision, CancellationToken cancel)
    {
        if (known.TryGetValue(collection.Id, out var entry) && entry.Revision == revision)
        {
            return entry.Extent;
        }

        var extent = await Ask(collection, cancel);
        known[collection.Id] = (revision, extent);
        return extent;
    }

    /// <summary>What is known at a revision without asking.</summary>
    public Extent? Known(CollectionDefinition collection, PlanRevision revision) =>
        known.TryGetValue(collection.Id, out var entry) && entry.Revision == revision ? entry.Extent : null;

    private async Task<Extent> Ask(CollectionDefinition collection, CancellationToken cancel)
    {
        // Test collections have no sources.
        var sources = collection.Has("source") ? $"array(select distinct f.source from {collection.Published} f where f.source is not null)" : "array[]::text[]";
        await using var command = database.Public.CreateCommand($"""
            select ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box), first_year, last_year, number, {sources}
            from (select ST_Extent(f.geom) as box, count(*) as number, min(f.horizon_from) as first_year, max(f.horizon_to) as last_year
                  from {collection.Published} f) reach
            """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        double[]? box = await reader.IsDBNullAsync(0, cancel)
            ? null
            : [Outward(reader.GetDouble(0), -1), Outward(reader.GetDouble(1), -1), Outward(reader.GetDouble(2), 1), Outward(reader.GetDouble(3), 1)];
        int? Year(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
        return new Extent(box, Year(4), Year(5), reader.GetInt64(6), await reader.GetFieldValueAsync<string[]>(7, cancel));
    }

    /// <summary>A side of a box with as many decimals as coordinates are written with, not short of where it was.</summary>
    internal static double Outward(double degrees, int direction)
    {
        var decimals = CrsList.Wire.Decimals;
        var rounded = Math.Round(degrees, decimals);
        return (degrees - rounded) * direction <= 0 ? rounded : Math.Round(rounded + (direction * Math.Pow(10, -decimals)), decimals);
    }
}
