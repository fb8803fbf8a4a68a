using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.ChangeSets;

namespace SpatialPlan.Server.Conflicts;

/// <summary>
/// Who has changed what since the common ancestor: <c>mine</c> or <c>theirs</c> alone, <c>both</c> to something else, or both
/// <c>alike</c>; null where nobody has. Only of <c>both</c> somebody must choose.
/// </summary>
public static class ThreeWay
{
    public const string Mine = "mine";
    public const string Theirs = "theirs";
    public const string Both = "both";
    private const string Alike = "alike";

    /// <summary>A tenth of a millimetre on the ground: the same place, written by another program.</summary>
    private const double SameDegrees = 1e-9;

    /// <summary>The properties of a collection that anybody has changed, in its order. Null is a feature that is not there.</summary>
    public static IEnumerable<(string Property, string Change)> Properties(CollectionDefinition collection, JsonObject? ancestor, JsonObject mine, JsonObject theirs)
    {
        foreach (var property in collection.Properties.Where(property => !property.IsComputed))
        {
            if (Change(ancestor?[property.Name], mine[property.Name], theirs[property.Name], PropertyValue.Same) is { } change)
            {
                yield return (property.Name, change);
            }
        }
    }

    public static string? Geometry(CollectionDefinition collection, JsonNode? ancestor, JsonNode? mine, JsonNode? theirs) =>
        Change(SubmittedForm.Stored(collection, ancestor), SubmittedForm.Stored(collection, mine), SubmittedForm.Stored(collection, theirs), IsSamePlace);

    private static string? Change(JsonNode? ancestor, JsonNode? mine, JsonNode? theirs, Func<JsonNode?, JsonNode?, bool> isSame) =>
        (isSame(ancestor, mine), isSame(ancestor, theirs)) switch
        {
            (true, true) => null,
            (false, true) => Mine,
            (true, false) => Theirs,
            _ => isSame(mine, theirs) ? Alike : Both,
        };

    private static bool IsSamePlace(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (null, null) => true,
        (JsonObject first, JsonObject second) => first.Select(member => member.Key).Order().SequenceEqual(second.Select(member => member.Key).Order())
            && first.All(member => IsSamePlace(member.Value, second[member.Key])),
        (JsonArray first, JsonArray second) => first.Count == second.Count && first.Zip(second).All(pair => IsSamePlace(pair.First, pair.Second)),
        (JsonValue first, JsonValue second) when Number(first) is { } number => Number(second) is { } same && Math.Abs(number - same) <= SameDegrees,
        _ => JsonNode.DeepEquals(one, other),
    };

    private static double? Number(JsonValue value) => value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<double>(out var number) ? number : null;
}
