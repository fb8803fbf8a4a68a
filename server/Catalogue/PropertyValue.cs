using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Catalogue;

/// <summary>Values of properties as JSON.</summary>
public static class PropertyValue
{
    /// <summary>Whether two values say the same: an empty list says no more than none.</summary>
    public static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(Said(one), Said(other));

    private static JsonNode? Said(JsonNode? value) => value is JsonArray { Count: 0 } ? null : value;
}
