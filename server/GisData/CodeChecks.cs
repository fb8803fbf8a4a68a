using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>A code names one thing in all layers: only a collection whose codes are another's by the catalogue (codes_of) shares them.</summary>
public static class CodeChecks
{
    public static IEnumerable<PackageProblem> Of(IReadOnlyList<Layer> layers) =>
        from layer in layers
        from feature in layer.Features
        group layer by feature.Code into named
        from other in named.Skip(1)
        where ThingOf(other.Collection) != ThingOf(named.First().Collection)
        select new PackageProblem(other.File, $"feature {named.Key}", $"the code is that of a feature in {named.First().File}");

    private static string ThingOf(CollectionDefinition collection) => collection.CodesOf ?? collection.Id;
}
