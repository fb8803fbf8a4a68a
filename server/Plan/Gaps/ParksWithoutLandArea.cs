using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Parks whose land area the plan does not state.</summary>
internal static class ParksWithoutLandArea
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Park, "land_area_m2") is { } collection
        ? new("parks-without-land-area", GapSql.Listed(collection, "parks-without-land-area", "not-stated", "'land_area_m2' = any(f.not_stated)"))
        : null;
}
