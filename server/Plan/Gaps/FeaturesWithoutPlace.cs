using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Features that the plan names without a place: an entry for each collection that has such.</summary>
internal static class FeaturesWithoutPlace
{
    public static GapRule Rule(PlanCatalogue catalogue) => new(
        "features-without-place",
        string.Join("\nunion all\n", catalogue.Collections.Select(collection => "(" + GapSql.Listed(
            collection, $"features-without-place-{collection.Id}", "place", "f.placement = 'unplaced'") + ")")));
}
