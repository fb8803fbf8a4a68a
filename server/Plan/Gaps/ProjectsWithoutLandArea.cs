using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Projects whose land area the plan does not state.</summary>
internal static class ProjectsWithoutLandArea
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Project, "land_area_m2") is { } collection
        ? new("projects-without-land-area", GapSql.Listed(collection, "projects-without-land-area", "not-stated", "'land_area_m2' = any(f.not_stated)"))
        : null;
}
