using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.SiteCheck.Geometries;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Editing;

/// <summary>A geometry that was sent of a feature, held to what is asked of one that is stored, and brought to longitude and latitude corner by corner.</summary>
internal static class ReceivedGeometry
{
    /// <summary>Answers write degrees so exactly: what differs by less came back as it was read.</summary>
    private const double Written = 1e-8;

    /// <summary>A hundredth of a millimetre: what a projection adds behind it is nobody's word.</summary>
    private const int Decimals = 10;

    /// <summary>GeoJSON in CRS84; null when there is none.</summary>
    /// <exception cref="Web.RequestException">400 body-invalid or coordinate-not-finite, 413 too-many-vertices, 422 with what does not fit, or property-unknown.</exception>
    public static JsonNode? Read(JsonNode? sent, CrsDefinition crs, CollectionDefinition collection, PlanCatalogue catalogue)
    {
        if (sent is null)
        {
            return null;
        }

        var drawn = DrawnGeometry.Read(JsonSerializer.SerializeToElement(sent));
        if (!drawn.IsKnown || (drawn.Type != collection.GeometryType && $"Multi{drawn.Type}" != collection.GeometryType))
        {
            throw RequestBody.Invalid("geometry-type", new { type = drawn.Type.Length <= 40 ? drawn.Type : drawn.Type[..40], wanted = collection.GeometryType });
        }

        // Coordinates are in what the header says: a geometry that names another system (GeoJSON of 2008) would be put elsewhere.
        RequestBody.Refuse(sent.AsObject(), "type", "coordinates", "bbox");
        if (HasHeights(sent["coordinates"]))
        {
            throw RequestBody.Invalid("geometry-malformed");
        }

        foreach (var corner in drawn.Parts.SelectMany(part => part).SelectMany(sequence => sequence))
        {
            var (x, y) = crs.IsNorthingFirst ? (corner.Y, corner.X) : (corner.X, corner.Y);
            if (Plausibility.Check(crs, x, y) is { } code)
            {
                throw RequestBody.Invalid(code, new { crs = crs.Code, x, y });
            }
        }

        var shape = new JsonObject { ["type"] = drawn.Type, ["coordinates"] = crs == CrsList.Wire ? sent["coordinates"]!.DeepClone() : Moved(sent["coordinates"]!, crs) };
        var geometry = DraftRow.Shape(shape, collection) ?? throw RequestBody.Invalid("geometry-malformed");
        var fault = GeometryFits.Check(new CheckedFeature(collection, "", [], geometry), new CheckContext(catalogue, _ => true)).FirstOrDefault();
        return fault is null ? shape : throw RequestBody.Invalid(fault.Code, fault.Args);
    }

    /// <summary>The shape, or the one that was read where it is the same as far as answers say.</summary>
    public static JsonNode? OrAsRead(JsonNode? shape, JsonNode? read, CollectionDefinition collection) =>
        DraftRow.Shape(shape, collection)?.Normalized() is { } one && DraftRow.Shape(read, collection)?.Normalized() is { } other && one.EqualsExact(other, Written) ? read : shape;

    private static bool HasHeights(JsonNode? coordinates) => coordinates is JsonArray { Count: > 0 } list
        && (list[0] is JsonArray ? list.Any(HasHeights) : list.Count > 2);

    private static JsonArray Moved(JsonNode coordinates, CrsDefinition crs)
    {
        var list = coordinates.AsArray();
        if (list is not [JsonValue first, JsonValue second])
        {
            return new JsonArray([.. list.Select(part => (JsonNode)Moved(part!, crs))]);
        }

        var (one, two) = (first.GetValue<double>(), second.GetValue<double>());
        var (x, y) = crs.IsNorthingFirst ? crs.ToStore(two, one) : crs.ToStore(one, two);
        return crs.IsStoreDatum ? [x, y] : [Math.Round(x, Decimals), Math.Round(y, Decimals)];
    }
}
