using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>A small package of a test's own: the real catalogue, and the features it adds.</summary>
public sealed class TestPackage : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plan-package-");
    private readonly Dictionary<string, List<JsonObject>> layers = [];

    public TestPackage()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.GisData, "catalogue"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.GisData, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder => folder.FullName;

    /// <summary>A project of box 4-1 at a point; the test changes what it is about.</summary>
    public JsonObject AddProject(string code, Action<JsonObject>? change = null, double longitude = 116.65, double latitude = 35.45) =>
        Add("projects", code, Point(longitude, latitude), properties =>
        {
            properties["industry_chain"] = "construction-machinery";
            properties["investment_cny"] = 750_000_000;
            change?.Invoke(properties);
        });

    public JsonObject Add(string collection, string code, JsonNode? geometry, Action<JsonObject>? change = null)
    {
        var properties = JsonNode.Parse("""
            {
              "name_zh": "试验", "name_en": "Trial", "aliases": [], "origin": "plan", "plan_status": "planned",
              "plan_status_basis": "derived", "placement": "stated", "placement_reason_zh": "试验", "placement_reason_en": "Trial",
              "placed_by": null, "accuracy_m": 500, "horizon_from": null, "horizon_to": null, "source": "digitised",
              "citations": [{"paragraph": "fyp14-box-4-1-item-1", "attribute": null, "basis": "stated", "rule": null}]
            }
            """)!.AsObject();
        change?.Invoke(properties);
        var feature = new JsonObject { ["type"] = "Feature", ["id"] = code, ["properties"] = properties, ["geometry"] = geometry };
        if (!layers.TryGetValue(collection, out var features))
        {
            layers[collection] = features = [];
        }

        features.Add(feature);
        return feature;
    }

    public void Remove(string collection, string code) => layers[collection].RemoveAll(feature => (string)feature["id"]! == code);

    public static JsonObject Point(double longitude, double latitude) =>
        new() { ["type"] = "Point", ["coordinates"] = new JsonArray(longitude, latitude) };

    /// <summary>Changes a file of the catalogue.</summary>
    public void EditCatalogue(string file, Action<JsonNode> change)
    {
        var path = Path.Combine(Folder, "catalogue", file);
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        change(root);
        File.WriteAllText(path, root.ToJsonString());
    }

    /// <summary>Writes the layers as they now are, and gives the folder to load.</summary>
    public string Write()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "layers"));
        foreach (var (collection, features) in layers)
        {
            var root = new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features.Select(feature => feature.DeepClone())]) };
            File.WriteAllText(Path.Combine(Folder, "layers", $"{collection}.geojson"), root.ToJsonString());
        }

        return Folder;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
