using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.GisData;

/// <summary>Turns a layer file that keeps its schema into features.</summary>
public static class LayerReader
{
    private static readonly GeometryFactory Factory = NtsGeometryServices.Instance.CreateGeometryFactory(Crs.Store);

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory(Factory) } };

    /// <summary>A GeoJSON geometry, longitude first; null when it is null.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Geometry? Geometry(JsonElement geometry) => geometry.Deserialize<Geometry>(GeoJson);

    public static Layer Read(string file, CollectionDefinition collection, JsonElement root, List<PackageProblem> problems)
    {
        var features = new List<CheckedFeature>();
        foreach (var feature in root.GetProperty("features").EnumerateArray())
        {
            var code = feature.GetProperty("id").GetString()!;
            try
            {
                var geometry = Geometry(feature.GetProperty("geometry"));
                features.Add(new CheckedFeature(collection, code, JsonObject.Create(feature.GetProperty("properties"))!, geometry));
            }
            catch (Exception fault) when (fault is JsonException or ArgumentException)
            {
                problems.Add(new PackageProblem(file, $"feature {code}", $"its geometry cannot be read: {fault.Message}"));
            }
        }

        return new Layer(file, collection, features);
    }
}
