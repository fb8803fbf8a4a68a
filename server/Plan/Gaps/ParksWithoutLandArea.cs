namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Parks whose land area the plan does not state.</summary>
internal static class ParksWithoutLandArea
{
    public static GapRule Rule { get; } = new(
        "parks-without-land-area",
        GapSql.Listed("parks", "published.parks", "parks-without-land-area", "not-stated", "'land_area_m2' = any(f.not_stated)"));
}
