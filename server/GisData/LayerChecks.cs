using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.GisData;

/// <summary>What is asked of the features of a package: each by itself, and that a code stands there once.</summary>
public static class LayerChecks
{
    public static IEnumerable<PackageProblem> Of(IReadOnlyList<Layer> layers, PlanCatalogue catalogue)
    {
        var codes = layers.SelectMany(layer => layer.Features).Select(feature => feature.Code).ToHashSet();
        var context = new CheckContext(catalogue, codes.Contains);
        return layers.SelectMany(layer => Twice(layer).Concat(OfStaff(layer)).Concat(
            from feature in layer.Features
            from fault in FeatureChecks.Of(feature, context)
            select new PackageProblem(layer.File, $"feature {feature.Code}", FaultWords.Of(fault))));
    }

    private static IEnumerable<PackageProblem> Twice(Layer layer) =>
        layer.Features.SelectMany(OwnCodes).GroupBy(code => code).Where(same => same.Count() > 1)
            .Select(same => new PackageProblem(layer.File, $"feature {same.Key}", "the code stands there more than once (other_codes count)"));

    /// <summary>What staff confirms goes through a change set, so that somebody else approves it.</summary>
    private static IEnumerable<PackageProblem> OfStaff(Layer layer) =>
        from feature in layer.Features
        from property in feature.Collection.Properties
        where property.ByStaff && feature.Properties[property.Name] is not null
        select new PackageProblem(layer.File, $"feature {feature.Code}", $"{property.Name} is staff's word and does not stand in the file");

    private static IEnumerable<string> OwnCodes(CheckedFeature feature) =>
        feature.Properties["other_codes"] is JsonArray others ? [feature.Code, .. others.Select(other => other!.ToString())] : [feature.Code];
}
