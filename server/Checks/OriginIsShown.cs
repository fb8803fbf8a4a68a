namespace SpatialPlan.Server.Checks;

/// <summary>What the plan names cites the plan; what it does not name has a source.</summary>
public static class OriginIsShown
{
    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) => feature.Text("origin") switch
    {
        "plan" when !feature.Entries("citations").Any() => [new FeatureFault("citation-missing")],
        "context" when feature.Properties["source"] is null => [new FeatureFault("source-missing")],
        _ => [],
    };
}
