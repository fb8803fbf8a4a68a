using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>
/// Every published point of a collection, in memory, as the database had them in one snapshot. A cache: it is built
/// from PostGIS, kept right from the feed of changes, and equal to what plain SQL counts.
/// </summary>
public sealed class PointIndex
{
    private readonly PointChunk[] chunks;
    private readonly Lazy<CountTally> everything;
    private readonly Lazy<Breakdown> breakdown;

    public PointIndex(CountDimensions dimensions, Combination[] combinations, PointChunk[] chunks, PlanRevision revision, string snapshot)
    {
        this.chunks = chunks;
        (Dimensions, Combinations, Revision, Snapshot) = (dimensions, combinations, revision, snapshot);
        Count = chunks.Sum(chunk => chunk.Count);
        breakdown = new Lazy<Breakdown>(() => Breakdown.Of(dimensions, combinations));
        everything = new Lazy<CountTally>(() => Tally((IReadOnlyList<Bbox>?)null));
    }

    public CountDimensions Dimensions { get; }

    public Combination[] Combinations { get; }

    /// <summary>The points are those of this revision or of a later one.</summary>
    public PlanRevision Revision { get; }

    /// <summary>The snapshot of PostgreSQL that this is the state of.</summary>
    public string Snapshot { get; }

    public int Count { get; }

    /// <summary>By what the cells of a map are broken down.</summary>
    public Breakdown Breakdown => breakdown.Value;

    public IReadOnlyList<PointChunk> Chunks => chunks;

    /// <summary>The points by combination, all or those in a box.</summary>
    public CountTally Tally(Bbox? bbox) => bbox is null ? everything.Value : Tally(bbox.Parts);

    /// <summary>How many points a selection has that the dimensions cover.</summary>
    public long CountOf(FeatureSelection selection)
    {
        var (taken, number) = (Dimensions.Taken(Combinations, selection), 0L);
        if (selection.Bbox is not { } bbox)
        {
            for (var combination = 0; combination < taken.Length; combination++)
            {
                number += taken[combination] ? everything.Value.Numbers[combination] : 0;
            }

            return number;
        }

        var boxes = bbox.Parts;
        foreach (var chunk in chunks)
        {
            number += chunk.CountIn(boxes, taken);
        }

        return number;
    }

    /// <summary>How many taken points stand in a tile; stops counting when it is clear that they are too many.</summary>
    public int CountIn(TileAddress tile, bool[] taken, int enough)
    {
        if (tile.Set.IsGeographic)
        {
            return DegreePoints.In(this, tile, taken).Take(enough).Count();
        }

        var number = 0;
        foreach (var (chunk, from, to) in Runs(tile))
        {
            foreach (var combination in chunk.Combinations[from..to])
            {
                number += taken[combination] ? 1 : 0;
            }

            if (number >= enough)
            {
                break;
            }
        }

        return number;
    }

    /// <summary>The runs of points that stand in a tile of the web map.</summary>
    public IEnumerable<(PointChunk Chunk, int From, int To)> Runs(TileAddress tile)
    {
        var (first, last) = tile.Cells;
        for (var place = FirstReaching(first); place < chunks.Length && chunks[place].First <= last; place++)
        {
            var (from, to) = chunks[place].Between(first, last);
            if (from < to)
            {
                yield return (chunks[place], from, to);
            }
        }
    }

    private CountTally Tally(IReadOnlyList<Bbox>? boxes)
    {
        var tally = new CountTally(Combinations.Length, Dimensions.Sums.Count);
        foreach (var chunk in chunks)
        {
            chunk.Tally(tally, boxes);
        }

        return tally;
    }

    /// <summary>The first chunk that ends at or after a cell.</summary>
    private int FirstReaching(ulong cell)
    {
        var (low, high) = (0, chunks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chunks[middle].Last < cell ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
