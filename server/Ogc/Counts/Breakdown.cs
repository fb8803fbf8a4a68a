using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>
/// The few properties whose terms a cell of the map counts: the chain, where one feature has one chain, and the status.
/// Combinations that share these terms are one group.
/// </summary>
public sealed record Breakdown(int[] GroupOf, IReadOnlyList<string?[]> Groups)
{
    public static string[] Properties(CollectionDefinition collection) =>
        [.. new[] { collection.ChainProperty, "plan_status" }.Where(name => name is not null && collection.FindProperty(name)?.Type == PropertyType.Code).Select(name => name!)];

    public static Breakdown Of(CountDimensions dimensions, Combination[] combinations)
    {
        var facets = Array.ConvertAll(Properties(dimensions.Collection), dimensions.FacetOf);
        var (groupOf, groups, known) = (new int[combinations.Length], new List<string?[]>(), new Dictionary<string, int>());
        for (var combination = 0; combination < combinations.Length; combination++)
        {
            var terms = Array.ConvertAll(facets, facet => combinations[combination].Terms[facet].FirstOrDefault());
            if (!known.TryGetValue(string.Join(',', terms), out groupOf[combination]))
            {
                known[string.Join(',', terms)] = groupOf[combination] = groups.Count;
                groups.Add(terms);
            }
        }

        return new Breakdown(groupOf, groups);
    }
}
