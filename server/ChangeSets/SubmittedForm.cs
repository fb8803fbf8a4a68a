using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.GisData;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>A feature of a set as a file would have it. A single line or area is one of a collection's many.</summary>
public sealed class SubmittedForm
{
    private readonly Geometry? geometry;

    public SubmittedForm(CollectionDefinition collection, string code, JsonObject properties, JsonNode? shape)
    {
        (Collection, Code) = (collection, code);
        var many = Stored(collection, shape);
        Json = new JsonObject { ["type"] = "Feature", ["id"] = code, ["properties"] = FeatureForm.Of(properties, collection), ["geometry"] = many };
        try
        {
            geometry = LayerReader.Geometry(JsonSerializer.SerializeToElement(many));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            GeometryFault = new FeatureFault("geometry-malformed");
        }
    }

    public CollectionDefinition Collection { get; }

    public string Code { get; }

    public JsonObject Json { get; }

    /// <summary>Why the shape is none.</summary>
    public FeatureFault? GeometryFault { get; }

    public CheckedFeature Feature() => new(Collection, Code, Json["properties"]!.AsObject(), geometry);

    /// <summary>A shape as its collection stores it.</summary>
    public static JsonNode? Stored(CollectionDefinition collection, JsonNode? shape)
    {
        if (shape is JsonObject single && single["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String
            && collection.GeometryType == $"Multi{type.GetValue<string>()}")
        {
            return new JsonObject { ["type"] = collection.GeometryType, ["coordinates"] = new JsonArray(single["coordinates"]?.DeepClone()) };
        }

        return shape?.DeepClone();
    }
}
