namespace SpatialPlan.Server.Checks;

/// <summary>A feature that names another one names one that there is.</summary>
public static class ReferencesExist
{
    private static readonly string[] References = ["placed_by", "park"];

    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) =>
        from name in References
        where feature.Collection.Has(name)
        let other = feature.Text(name)
        where other is not null && !context.IsCode(other)
        select new FeatureFault("reference-unknown", ("property", name), ("value", other));
}
