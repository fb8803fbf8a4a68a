using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Projects whose investment the plan does not state: a sum of investments is a sum of the others.</summary>
internal static class ProjectsWithoutInvestment
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Project, "investment_cny") is { } collection
        ? new("projects-without-investment", GapSql.Listed(collection, "projects-without-investment", "not-stated", "'investment_cny' = any(f.not_stated)"))
        : null;
}
