namespace SpatialPlan.Server.Checks;

/// <summary>What is said of a place and the place itself agree, and what is drawn says how far it may be off.</summary>
public static class PlacementAgrees
{
    /// <summary>Inferred from a name or a role, a place is never known better than this.</summary>
    public const double LeastAccuracyOfInferredMetres = 2000;

    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context)
    {
        var placement = feature.Text("placement");
        if ((placement == "unplaced") != (feature.Geometry is null))
        {
            yield return new FeatureFault("placement-without-agreement", ("placement", placement), ("has_geometry", feature.Geometry is not null));
        }

        if (placement == "inferred" && !(feature.Number("accuracy_m") >= LeastAccuracyOfInferredMetres))
        {
            yield return new FeatureFault("accuracy-of-inferred", ("least_m", LeastAccuracyOfInferredMetres));
        }

        if (feature.Geometry is not null && feature.Properties["accuracy_m"] is null)
        {
            yield return new FeatureFault("accuracy-missing");
        }
    }
}
