using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Checks;

/// <summary>A feature that names another one names one that there is: placed_by, every property that references a collection, and the features of a statement.</summary>
public static class ReferencesExist
{
    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) =>
        from named in Named(feature)
        where named.Code is not null && !context.IsCode(named.Code)
        select new FeatureFault("reference-unknown", ("property", named.Property), ("value", named.Code));

    /// <summary>The codes that a feature names.</summary>
    public static IEnumerable<string> Codes(CheckedFeature feature) => Named(feature).Select(named => named.Code).OfType<string>();

    private static IEnumerable<(string Property, string? Code)> Named(CheckedFeature feature)
    {
        var own = feature.Collection.Properties;
        return own.Where(property => property.Name == "placed_by" || property.References is not null)
            .Select(property => (property.Name, feature.Text(property.Name)))
            .Concat(own.Where(property => property.IsCitedList).SelectMany(property => feature.Entries(property.Name)
                .SelectMany(entry => CodesOf(entry).Select(code => (property.Name, (string?)code)))));
    }

    private static IEnumerable<string> CodesOf(JsonObject entry) =>
        (entry["features"] as JsonArray ?? []).Select(code => (string)code!)
            .Concat((string?)entry["through"] is { } through ? [through] : []);
}
