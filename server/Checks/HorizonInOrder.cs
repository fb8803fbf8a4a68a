namespace SpatialPlan.Server.Checks;

/// <summary>A horizon begins before it ends.</summary>
public static class HorizonInOrder
{
    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) =>
        feature.Number("horizon_from") > feature.Number("horizon_to")
            ? [new FeatureFault("horizon-reversed", ("from", feature.Number("horizon_from")), ("to", feature.Number("horizon_to")))]
            : [];
}
