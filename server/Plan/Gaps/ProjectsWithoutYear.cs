using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Projects for which the plan gives no year: they stay on the map at every horizon.</summary>
internal static class ProjectsWithoutYear
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Project, "period_from", "period_to") is { } collection
        ? new("projects-without-year", GapSql.Listed(collection, "projects-without-year", "not-stated", "f.horizon_from is null and f.horizon_to is null and f.period_from is null and f.period_to is null"))
        : null;
}
