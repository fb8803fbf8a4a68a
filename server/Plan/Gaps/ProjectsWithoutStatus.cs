using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Projects of which the words do not say how far they are.</summary>
internal static class ProjectsWithoutStatus
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Project) is { } collection
        ? new("projects-without-status", GapSql.Listed(collection, "projects-without-status", "not-stated", "f.plan_status = 'not-stated'"))
        : null;
}
