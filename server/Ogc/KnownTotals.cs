using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc.Counts;

namespace SpatialPlan.Server.Ogc;

/// <summary>How many features a selection has, where memory knows it: the database is not asked, and nobody waits.</summary>
public sealed class KnownTotals(PointIndexes indexes, ExtentStore extents)
{
    /// <summary>The question with what memory knows of its numbers.</summary>
    public ItemQuery Added(ItemQuery query, PlanRevision revision) => query with
    {
        Matched = Of(query.Selection, revision),
        Total = query.Selection is { Bbox: not null, AsOf: null } ? extents.Known(query.Selection.Collection, revision)?.Count ?? indexes.Known(query.Selection, revision)?.Count : null,
    };

    /// <summary>The number at a revision, or null where it would have to be counted.</summary>
    public long? Of(FeatureSelection selection, PlanRevision revision)
    {
        if (selection is { Bbox: null, Horizon: null, AsOf: null, Condition: null, Filters: [] } && extents.Known(selection.Collection, revision) is { } extent)
        {
            return extent.Count;
        }

        return indexes.Known(selection, revision) is { } index && index.Dimensions.Cover(selection) ? index.CountOf(selection) : null;
    }
}
