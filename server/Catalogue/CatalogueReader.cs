using System.Text.Json;

namespace SpatialPlan.Server.Catalogue;

/// <summary>Reads gis-data/catalogue: what it says is checked by schema and against itself before anybody uses it.</summary>
public static class CatalogueReader
{
    private const string Folder = "catalogue";

    /// <summary>Files that every catalogue has; whatever else is there is checked and passed on like them.</summary>
    private static readonly string[] Needed = ["layers", "plans", "rules", "product"];

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
        var vocabularies = Vocabularies(directory, files, problems);
        var read = Names(Path.Combine(directory, Folder)).Union(Needed)
            .Select(name => (Name: name, Content: files.Read($"{Folder}/{name}.json", name)))
            .Where(file => file.Content is not null)
            .ToDictionary(file => file.Name, file => file.Content!.Value);
        if (!Needed.All(read.ContainsKey))
        {
            return null;
        }

        var catalogue = Of(CatalogueDocument.Of(read, vocabularies));
        problems.AddRange(CatalogueChecks.Of(catalogue));
        return catalogue;
    }

    /// <summary>The catalogue that a document says; it was checked when it was loaded.</summary>
    public static PlanCatalogue Of(CatalogueDocument document)
    {
        using var parsed = JsonDocument.Parse(document.Json);
        var root = parsed.RootElement.Clone();
        T File<T>(string name) => root.GetProperty(name).Deserialize<T>(JsonFiles.Format)!;

        var layers = File<LayersFile>("layers");
        var collections = layers.Collections
            .OrderBy(entry => entry.Order)
            .Select(entry => new CollectionDefinition(
                entry.Id, entry.Group, entry.Order, entry.GeometryType, entry.Title, entry.ChainProperty,
                [.. layers.CommonProperties, .. entry.Properties]) { Description = entry.Description ?? entry.Title, CodesOf = entry.CodesOf, Role = entry.Role, Constraint = entry.Constraint, ClusterProperty = entry.ClusterProperty })
            .ToList();
        var vocabularies = root.GetProperty(CatalogueDocument.Vocabularies).EnumerateObject().ToDictionary(entry => entry.Name, entry => VocabularyOf(entry.Value));
        return new PlanCatalogue(vocabularies, collections, File<PlansFile>("plans").Plans, File<RulesFile>("rules").Rules, File<Product>("product"))
        {
            Symbols = root.TryGetProperty("symbols", out var symbols) ? symbols : null,
            Profiles = root.TryGetProperty("profiles", out _) ? File<ProfilesFile>("profiles").Profiles : [],
            Forms = root.TryGetProperty("forms", out _) ? File<FormsFile>("forms").Forms : [],
            Document = document,
        };
    }

    /// <summary>By name, as the files have them.</summary>
    private static Dictionary<string, JsonElement> Vocabularies(string directory, JsonFiles files, List<PackageProblem> problems)
    {
        var found = new Dictionary<string, JsonElement>();
        foreach (var name in Names(Path.Combine(directory, Folder, CatalogueDocument.Vocabularies)))
        {
            var file = $"{Folder}/{CatalogueDocument.Vocabularies}/{name}.json";
            if (files.Read(file, "vocabulary") is { } root && root.GetProperty("vocabulary").GetString() is { } vocabulary && !found.TryAdd(vocabulary, root))
            {
                problems.Add(new PackageProblem(file, vocabulary, "another file has this vocabulary as well"));
            }
        }

        return found;
    }

    private static Vocabulary VocabularyOf(JsonElement root)
    {
        var entry = root.Deserialize<VocabularyFile>(JsonFiles.Format)!;
        var terms = root.GetProperty("terms").EnumerateArray()
            .Select(term => term.Deserialize<Term>(JsonFiles.Format)! with { Definition = term })
            .ToList();
        return new Vocabulary(entry.Vocabulary, entry.Title, entry.Source, entry.Parent, terms);
    }

    /// <summary>The JSON files of a folder, without their suffix.</summary>
    private static IEnumerable<string> Names(string folder) =>
        (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : []).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private sealed record VocabularyFile(string Vocabulary, Words Title, string Source, string? Parent);

    private sealed record LayersFile(IReadOnlyList<PropertyDefinition> CommonProperties, IReadOnlyList<CollectionEntry> Collections);

    private sealed record CollectionEntry(
        string Id, string Group, int Order, string GeometryType, Words Title, Words? Description, string? ChainProperty, string? ClusterProperty, string? CodesOf,
        CollectionRole? Role, Constraint? Constraint, IReadOnlyList<PropertyDefinition> Properties);

    private sealed record PlansFile(IReadOnlyList<PlanDefinition> Plans);

    private sealed record ProfilesFile(IReadOnlyList<Profile> Profiles);

    private sealed record FormsFile(IReadOnlyList<FormDefinition> Forms);

    private sealed record RulesFile(IReadOnlyList<Rule> Rules);
}
