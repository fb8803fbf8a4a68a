using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.GisData;

/// <summary>Another name of a feature is nobody else's: neither the name nor an alias of a feature with another code.</summary>
public static class NameChecks
{
    public static IEnumerable<PackageProblem> Of(IReadOnlyList<Layer> layers)
    {
        var owners = layers.SelectMany(layer => layer.Features)
            .SelectMany(feature => Aliases(feature).Append(feature.Text("name_zh")!).Select(name => (name, feature.Code)))
            .ToLookup(named => named.name, named => named.Code);
        return from layer in layers
               from feature in layer.Features
               from alias in Aliases(feature)
               let other = owners[alias].FirstOrDefault(code => code != feature.Code)
               where other is not null
               select new PackageProblem(layer.File, $"feature {feature.Code}", $"the alias {alias} is a name of {other}");
    }

    private static IEnumerable<string> Aliases(CheckedFeature feature) =>
        (feature.Properties["aliases"] as JsonArray ?? []).Select(alias => (string)alias!);
}
