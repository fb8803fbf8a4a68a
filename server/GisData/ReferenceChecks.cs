using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>A property that references a collection (park, enterprise) holds the code of one of its features.</summary>
public static class ReferenceChecks
{
    public static IEnumerable<PackageProblem> Of(IReadOnlyList<Layer> layers)
    {
        var codes = layers.GroupBy(layer => layer.Collection.Id)
            .ToDictionary(same => same.Key, same => same.SelectMany(layer => layer.Features).Select(feature => feature.Code).ToHashSet());
        var all = codes.Values.SelectMany(each => each).ToHashSet();

        // A code that nothing has is said by the check of the feature itself.
        return from layer in layers
               from property in layer.Collection.Properties.Where(property => property.References is not null)
               from feature in layer.Features
               let other = feature.Text(property.Name)
               where other is not null && all.Contains(other) && codes.GetValueOrDefault(property.References!)?.Contains(other) != true
               select new PackageProblem(layer.File, $"feature {feature.Code}", $"{property.Name} {other} is no feature of {property.References}");
    }
}
