using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc.Counts;

namespace SpatialPlan.Server.Ogc;

/// <summary>How many features a selection has, where memory knows it: the database is not asked, and nobody waits.</summary>
public sealed class KnownTotals(PointIndexes indexes, ExtentStore extents)
{
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
