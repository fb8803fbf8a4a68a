using System.Text.Json;

namespace SpatialPlan.Server.Catalogue;

/// <summary>Reads gis-data/catalogue: what it says is checked by schema and against itself before anybody uses it.</summary>
public static class CatalogueReader
{
    /// <summary>The catalogue of a package.</summary>
    /// <param name="directory">The package (gis-data).</param>
    /// <exception cref="PackageException">The catalogue is broken; all faults at once.</exception>
    public static PlanCatalogue Load(string directory)
    {
        var problems = new List<PackageProblem>();
        var catalogue = Load(directory, problems);
        return catalogue is not null && problems.Count == 0 ? catalogue : throw new PackageException(problems);
    }

    /// <summary>The same, adding the faults to those of the rest of a package; null when there is nothing to go on with.</summary>
    public static PlanCatalogue? Load(string directory, List<PackageProblem> problems)
    {
        var files = new JsonFiles(directory, problems);
        var vocabularies = ReadVocabularies(directory, files, problems);
        var layers = files.Read<LayersFile>("catalogue/layers.json", "layers");
        var plans = files.Read<PlansFile>("catalogue/plans.json", "plans");
        var rules = files.Read<RulesFile>("catalogue/rules.json", "rules");
        var product = files.Read<Product>("catalogue/product.json", "product");

        // The style table is for the client; it is checked with the rest so that a broken one is never served.
        var symbols = files.Exists("catalogue/symbols.json") ? files.Read("catalogue/symbols.json", "symbols") : null;

        if (layers is null || plans is null || rules is null || product is null)
        {
            return null;
        }

        var collections = layers.Collections
            .OrderBy(entry => entry.Order)
            .Select(entry => new CollectionDefinition(
                entry.Id, entry.Group, entry.Order, entry.GeometryType, entry.Title, entry.ChainProperty,
                [.. layers.CommonProperties, .. entry.Properties]) { Description = entry.Description ?? entry.Title, CodesOf = entry.CodesOf })
            .ToList();
        var catalogue = new PlanCatalogue(vocabularies, collections, plans.Plans, rules.Rules, product) { Symbols = symbols };
        problems.AddRange(CatalogueChecks.Of(catalogue));
        return catalogue;
    }

    private static Dictionary<string, Vocabulary> ReadVocabularies(string directory, JsonFiles files, List<PackageProblem> problems)
    {
        var folder = Path.Combine(directory, "catalogue", "vocabularies");
        var found = new Dictionary<string, Vocabulary>();
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var file = $"catalogue/vocabularies/{Path.GetFileName(path)}";
            if (files.Read(file, "vocabulary") is not { } root)
            {
                continue;
            }

            var entry = root.Deserialize<VocabularyFile>(JsonFiles.Format)!;
            var terms = root.GetProperty("terms").EnumerateArray()
                .Select(term => term.Deserialize<Term>(JsonFiles.Format)! with { Definition = term })
                .ToList();
            if (!found.TryAdd(entry.Vocabulary, new Vocabulary(entry.Vocabulary, entry.Title, entry.Source, entry.Parent, terms)))
            {
                problems.Add(new PackageProblem(file, entry.Vocabulary, "another file has this vocabulary as well"));
            }
        }

        return found;
    }

    private sealed record VocabularyFile(string Vocabulary, Words Title, string Source, string? Parent);

    private sealed record LayersFile(IReadOnlyList<PropertyDefinition> CommonProperties, IReadOnlyList<CollectionEntry> Collections);

    private sealed record CollectionEntry(
        string Id, string Group, int Order, string GeometryType, Words Title, Words? Description, string? ChainProperty, string? CodesOf, IReadOnlyList<PropertyDefinition> Properties);

    private sealed record PlansFile(IReadOnlyList<PlanDefinition> Plans);

    private sealed record RulesFile(IReadOnlyList<Rule> Rules);
}
