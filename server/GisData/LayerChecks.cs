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
        return layers.SelectMany(layer => Twice(layer).Concat(
            from feature in layer.Features
            from fault in FeatureChecks.Of(feature, context)
            select new PackageProblem(layer.File, $"feature {feature.Code}", FaultWords.Of(fault))));
    }

    private static IEnumerable<PackageProblem> Twice(Layer layer) =>
        layer.Features.SelectMany(OwnCodes).GroupBy(code => code).Where(same => same.Count() > 1)
            .Select(same => new PackageProblem(layer.File, $"feature {same.Key}", "the code stands there more than once (other_codes count)"));

    private static IEnumerable<string> OwnCodes(CheckedFeature feature) =>
        feature.Properties["other_codes"] is JsonArray others ? [feature.Code, .. others.Select(other => other!.ToString())] : [feature.Code];
}
