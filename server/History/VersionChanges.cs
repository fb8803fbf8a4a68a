using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.History;

/// <summary>What a version changed of the one that it follows.</summary>
public static class VersionChanges
{
    /// <summary>The versions, the newest first, each with <c>changes</c> ({property, before, after}) and <c>is_moved</c> in the place of its properties.</summary>
    public static JsonArray Of(JsonArray versions, CollectionDefinition collection)
    {
        var told = new JsonArray();
        foreach (var version in versions.OfType<JsonObject>())
        {
            var before = Follows(version, versions);
            var entry = version.DeepClone().AsObject();
            entry.Remove("properties");
            entry["changes"] = before is null ? [] : Changes(before["properties"]!, version["properties"]!, collection);
            entry["is_moved"] = before is not null && !JsonNode.DeepEquals(before["geometry"], version["geometry"]);
            told.Add((JsonNode)entry);
        }

        return told;
    }

    /// <summary>What it is based on, or else the one before it that was approved; null for the first.</summary>
    private static JsonNode? Follows(JsonObject version, JsonArray versions)
    {
        var number = (int)version["version"]!;
        return (int?)version["based_on"] is { } based
            ? versions.FirstOrDefault(other => (int)other!["version"]! == based)
            : versions.FirstOrDefault(other => (int)other!["version"]! < number && other["approved_at"] is not null);
    }

    /// <summary>{property, before, after} of each property that is not the same, in the order of the catalogue.</summary>
    public static JsonArray Changes(JsonNode before, JsonNode after, CollectionDefinition collection) => new([.. collection.Properties
        .Where(property => !PropertyValue.Same(before[property.Name], after[property.Name]))
        .Select(property => (JsonNode)new JsonObject { ["property"] = property.Name, ["before"] = before[property.Name]?.DeepClone(), ["after"] = after[property.Name]?.DeepClone() })]);
}
