namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Projects whose land area the plan does not state.</summary>
internal static class ProjectsWithoutLandArea
{
    public static GapRule Rule { get; } = new(
        "projects-without-land-area",
        GapSql.Listed("projects", "published.projects", "projects-without-land-area", "not-stated", "'land_area_m2' = any(f.not_stated)"));
}
