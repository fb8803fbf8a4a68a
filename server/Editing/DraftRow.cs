using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.Ogc;
using Stored = SpatialPlan.Server.GisData.FeatureContent;

namespace SpatialPlan.Server.Editing;

/// <summary>A draft as its owner's programs read it: as its feature would be published, as far as what it says can be.</summary>
internal static class DraftRow
{
    private static readonly Envelope World = new(-180, 180, -90, 90);

    /// <summary>The version that it is based on, which draft it is and how often it was saved: another after each change.</summary>
    public static string State(JsonNode draft) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int?)draft["based_on"] ?? 0}+{((string)draft["id"]!)[..8]}-{(int)draft["version"]!}");

    /// <param name="draft">{collection, code, action, based_on, properties, geometry, base}.</param>
    /// <param name="collection">Its collection.</param>
    /// <param name="catalogue">What is computed of.</param>
    public static OwnFeature Of(JsonNode draft, CollectionDefinition collection, PlanCatalogue catalogue)
    {
        if ((string)draft["action"]! == "withdraw")
        {
            return new OwnFeature(State(draft), null);
        }

        var shape = Shape(draft["geometry"], collection);
        var row = Properties(draft, shape, collection, catalogue);
        row["code"] = (string)draft["code"]!;
        row["version"] = (int?)draft["based_on"];
        row["geom"] = shape is null ? null : WKBWriter.ToHex(new WKBWriter(ByteOrder.LittleEndian, handleSRID: true, emitZ: false).Write(shape));
        return new OwnFeature(State(draft), row);
    }

    /// <summary>A shape of the collection's type, a single one as one of its many; null where it is none yet.</summary>
    public static Geometry? Shape(JsonNode? shape, CollectionDefinition collection)
    {
        try
        {
            var geometry = shape is null ? null : LayerReader.Geometry(JsonSerializer.SerializeToElement(shape));
            geometry = geometry switch
            {
                Polygon area when collection.GeometryType == Geometry.TypeNameMultiPolygon => area.Factory.CreateMultiPolygon([area]),
                LineString line when collection.GeometryType == Geometry.TypeNameMultiLineString => line.Factory.CreateMultiLineString([line]),
                _ => geometry,
            };
            return geometry?.GeometryType == collection.GeometryType && World.Covers(geometry.EnvelopeInternal) ? geometry : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What its base says and over it what is said, with what follows from both; what is not yet of its type is left out.</summary>
    private static JsonObject Properties(JsonNode draft, Geometry? shape, CollectionDefinition collection, PlanCatalogue catalogue)
    {
        var said = draft["properties"]!.AsObject();
        if (draft["base"] is null && collection.Role is { } role && catalogue.FindForm(role) is { } form)
        {
            said = form.Complete(said);
        }

        var whole = new JsonObject();
        var stood = draft["base"]?["properties"] as JsonObject;
        foreach (var property in collection.Properties.Where(property => !property.IsComputed))
        {
            var value = said.ContainsKey(property.Name) ? said[property.Name] : stood?[property.Name];
            if (value is not null && ReceivedProperties.FaultOf(collection, new JsonObject { [property.Name] = value.DeepClone() }, catalogue) is null)
            {
                whole[property.Name] = value.DeepClone();
            }
        }

        return Stored.Of(new CheckedFeature(collection, (string)draft["code"]!, whole, shape), catalogue).Properties;
    }
}
