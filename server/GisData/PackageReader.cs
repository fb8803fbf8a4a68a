using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>Reads gis-data and refuses it whole, naming every fault at once, when anything in it is wrong.</summary>
public static class PackageReader
{
    public const string TargetsFile = "targets.json";

    /// <exception cref="PackageException">The package is broken; all faults at once.</exception>
    public static Package Read(string directory)
    {
        var problems = new List<PackageProblem>();
        var catalogue = CatalogueReader.Load(directory, problems);
        if (catalogue is null || problems.Count > 0)
        {
            throw new PackageException(problems);
        }

        var files = new JsonFiles(directory, problems);
        var layers = ReadLayers(directory, catalogue, files, problems);
        var targets = ReadTargets(files);
        var lists = PlanLists.Read(files);
        problems.AddRange(LayerChecks.Of(layers, catalogue));
        problems.AddRange(CodeChecks.Of(layers));
        problems.AddRange(NameChecks.Of(layers));
        problems.AddRange(ReferenceChecks.Of(layers));
        problems.AddRange(TargetChecks.Of(targets, catalogue));
        problems.AddRange(ListChecks.Of(lists, layers, catalogue));
        return problems.Count == 0 ? new Package(catalogue, layers, targets, lists) : throw new PackageException(problems);
    }

    private static List<Layer> ReadLayers(string directory, PlanCatalogue catalogue, JsonFiles files, List<PackageProblem> problems)
    {
        var layers = new List<Layer>();
        var folder = Path.Combine(directory, "layers");
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder).Select(path => Path.GetFileName(path)) : [];
        foreach (var name in found.Order(StringComparer.Ordinal))
        {
            var file = $"layers/{name}";
            if (catalogue.FindCollection(Path.GetFileNameWithoutExtension(name)) is not { } collection || Path.GetExtension(name) != ".geojson")
            {
                problems.Add(new PackageProblem(file, null, "is the layer of no collection in catalogue/layers.json"));
            }
            else if (files.Read(file, "feature-collection", NameFeature) is { } root)
            {
                layers.Add(LayerReader.Read(file, collection, root, problems));
            }
        }

        return layers;
    }

    private static List<PlanTarget> ReadTargets(JsonFiles files)
    {
        if (!files.Exists(TargetsFile) || files.Read(TargetsFile, "targets") is not { } root)
        {
            return [];
        }

        return [.. root.GetProperty("targets").EnumerateArray().Select(entry => new PlanTarget(
            entry.GetProperty("subject").GetProperty("kind").GetString()!,
            entry.GetProperty("subject").GetProperty("code").GetString()!,
            entry))];
    }

    /// <summary>"#/features[3].properties…" is the feature with that id, which people find in the file.</summary>
    private static string? NameFeature(JsonElement root, string path)
    {
        const string Start = "#/features[";
        var end = path.IndexOf(']', StringComparison.Ordinal);
        return path.StartsWith(Start, StringComparison.Ordinal)
            && int.TryParse(path.AsSpan(Start.Length, end - Start.Length), out var index)
            && root.GetProperty("features")[index] is { ValueKind: JsonValueKind.Object } feature
            && feature.TryGetProperty("id", out var id)
            ? $"feature {id}"
            : null;
    }
}
