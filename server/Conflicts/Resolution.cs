using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Conflicts;

/// <summary>How the author goes on with one conflict.</summary>
/// <param name="Collection">Whose feature it is.</param>
/// <param name="Code">Of the feature.</param>
/// <param name="Stands">The version that was seen to stand; null when none did.</param>
/// <param name="LeavesOut">The set does not change it any more.</param>
/// <param name="Properties">By name, <c>mine</c> or <c>theirs</c> of what both have changed.</param>
/// <param name="Geometry">The same of the place.</param>
/// <param name="Drawn">A place that is neither.</param>
public sealed record Resolution(CollectionDefinition Collection, string Code, int? Stands, bool LeavesOut, IReadOnlyDictionary<string, string> Properties, string? Geometry, JsonObject? Drawn)
{
    /// <summary>The member <c>resolutions</c> of a body, each feature once.</summary>
    /// <exception cref="Web.RequestException">422: it says nothing that can be done.</exception>
    public static IReadOnlyList<Resolution> Read(JsonObject body, PlanCatalogue catalogue)
    {
        if (body["resolutions"] is not JsonArray { Count: > 0 } list)
        {
            throw RequestBody.Invalid("property-type", new { property = "resolutions", type = "array of objects" });
        }

        var resolutions = list.Select(part => One(part as JsonObject ?? throw RequestBody.Invalid("property-type", new { property = "resolutions", type = "array of objects" }), catalogue)).ToList();
        return resolutions.GroupBy(resolution => (resolution.Collection.Id, resolution.Code)).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw RequestBody.Invalid("feature-repeated", new { collection = twice.Key.Id, code = twice.Key.Code })
            : resolutions;
    }

    private static Resolution One(JsonObject part, PlanCatalogue catalogue)
    {
        RequestBody.Refuse(part, "collection", "code", "stands", "action", "properties", "geometry");
        var collection = DraftContent.Collection(part, catalogue);
        var properties = RequestBody.Members(part, "properties").ToDictionary(
            entry => collection.FindProperty(entry.Key)?.Name ?? throw RequestBody.Invalid("property-unknown", new { property = QueryReader.Shortened(entry.Key), collection = collection.Id }),
            entry => Side(entry.Value, entry.Key));
        return new Resolution(
            collection,
            RequestBody.RequiredText(part, "code", DraftContent.LongestCode),
            RequestBody.Version(part, "stands"),
            RequestBody.Text(part, "action", DraftContent.LongestCode) switch
            {
                null or "merge" => false,
                "leave-out" => true,
                var other => throw RequestBody.Invalid("value-unknown", new { property = "action", value = other, supported = new[] { "merge", "leave-out" } }),
            },
            properties,
            part["geometry"] is null or JsonObject ? null : Side(part["geometry"], "geometry"),
            part["geometry"] as JsonObject);
    }

    private static string Side(JsonNode? value, string member) => value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is ThreeWay.Mine or ThreeWay.Theirs
        ? value.GetValue<string>()
        : throw RequestBody.Invalid("value-unknown", new { property = QueryReader.Shortened(member), supported = new[] { ThreeWay.Mine, ThreeWay.Theirs } });
}
