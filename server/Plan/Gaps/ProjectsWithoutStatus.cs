namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Projects of which the words do not say how far they are.</summary>
internal static class ProjectsWithoutStatus
{
    public static GapRule Rule { get; } = new(
        "projects-without-status",
        GapSql.Listed("projects", "published.projects", "projects-without-status", "not-stated", "f.plan_status = 'not-stated'"));
}
