namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Projects whose investment the plan does not state: a sum of investments is a sum of the others.</summary>
internal static class ProjectsWithoutInvestment
{
    public static GapRule Rule { get; } = new(
        "projects-without-investment",
        GapSql.Listed("projects", "published.projects", "projects-without-investment", "not-stated", "'investment_cny' = any(f.not_stated)"));
}
