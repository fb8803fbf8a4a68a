using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>
/// What a draft makes of the plan: a feature; or, where what is drawn has the code of something else, both under that code: the
/// ground of a project and the project that stands on it, which has what is said of it and a point inside the ground.
/// </summary>
public static class DraftChanges
{
    /// <summary>Of a ground it is that of its drawing; what somebody has typed is said of the project.</summary>
    private const string LandArea = "land_area_m2";

    /// <param name="draft">As it was kept.</param>
    /// <param name="area">m² of its shape; null when it has none.</param>
    /// <param name="catalogue">Of the package.</param>
    public static IEnumerable<Change> Of(JsonNode draft, double? area, PlanCatalogue catalogue)
    {
        var collection = catalogue.FindCollection((string)draft["collection"]!) ?? throw RequestBody.Invalid("collection-unknown", new { collection = (string)draft["collection"]! });
        var (basedOn, said, shape) = ((int?)draft["based_on"], draft["properties"]!.AsObject(), draft["geometry"]?.DeepClone());
        if ((string?)draft["action"] == "withdraw")
        {
            yield return new(collection, (string)draft["code"]!, basedOn, IsWithdrawal: true, [], HasGeometry: false, null);
            yield break;
        }

        var owner = catalogue.OwnerOf(collection);
        var ofOwner = said.Any(entry => !collection.Has(entry.Key));
        if (basedOn is null && collection.Role is { } role && catalogue.FindForm(role) is { } form)
        {
            said = form.Complete(said);
        }

        // What stands already keeps its project as it is, unless something is said of that too.
        if (owner is not null && (basedOn is null || ofOwner))
        {
            yield return ChangeOf(owner, null, Only(said, owner), PointInside(shape)) with { IsBeside = true };
        }

        var own = Only(said, collection);
        if (owner is not null && basedOn is null && collection.Has(LandArea))
        {
            own[LandArea] = area;
        }

        yield return ChangeOf(collection, basedOn, own, shape) with { CheckReasons = draft[FindingReason.Member]?.DeepClone() };

        Change ChangeOf(CollectionDefinition of, int? seen, JsonObject properties, JsonNode? place) =>
            new(of, (string)draft["code"]!, seen, IsWithdrawal: false, properties, HasGeometry: true, place, IsDraft: true);
    }

    private static JsonObject Only(JsonObject said, CollectionDefinition collection) =>
        new(said.Where(entry => collection.Has(entry.Key)).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    private static JsonObject? PointInside(JsonNode? shape)
    {
        try
        {
            return Read(shape)?.InteriorPoint is { IsEmpty: false } inside
                ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(Math.Round(inside.X, 9), Math.Round(inside.Y, 9)) }
                : null;
        }
        catch (TopologyException)
        {
            return null;
        }
    }

    /// <summary>Null of what is no geometry: its fault is said when it is submitted.</summary>
    private static Geometry? Read(JsonNode? shape)
    {
        try
        {
            return shape is null ? null : LayerReader.Geometry(JsonSerializer.SerializeToElement(shape));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
