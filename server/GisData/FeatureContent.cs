using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.GisData;

/// <summary>A feature as it is stored: what the file says plus what follows from the catalogue.</summary>
public sealed record FeatureContent(string Code, JsonObject Properties, Geometry? Geometry, string Hash)
{
    public static FeatureContent Of(CheckedFeature feature, PlanCatalogue catalogue)
    {
        var collection = feature.Collection;
        var properties = (JsonObject)feature.Properties.DeepClone();
        foreach (var property in collection.Properties.Where(property => property.ParentOf is not null))
        {
            properties[property.Name] = ParentTerm(collection, property, properties, catalogue);
        }

        properties["not_stated"] = NotStated(collection, properties);
        ReplaceAll(properties, "citations", citation => Citations.Complete(citation, catalogue));
        foreach (var list in collection.Properties.Where(property => property.IsCitedList))
        {
            ReplaceAll(properties, list.Name, entry => Citations.WithCitation(entry, catalogue));
        }

        return new FeatureContent(feature.Code, properties, feature.Geometry, HashOf(properties, feature.Geometry));
    }

    private static string? ParentTerm(CollectionDefinition collection, PropertyDefinition parent, JsonObject properties, PlanCatalogue catalogue)
    {
        var child = collection.FindProperty(parent.ParentOf!)!;
        return (string?)properties[child.Name] is { } code && child.Vocabulary is { } vocabulary
            ? catalogue.Vocabularies[vocabulary].Find(code)?.Parent
            : null;
    }

    /// <summary>The figures the plan is silent about; only the plan can be silent.</summary>
    private static JsonArray NotStated(CollectionDefinition collection, JsonObject properties) =>
        (string?)properties["origin"] == "plan"
            ? [.. collection.Properties.Where(property => property.Figure && properties[property.Name] is null).Select(property => (JsonNode)property.Name)]
            : [];

    private static void ReplaceAll(JsonObject properties, string name, Func<JsonObject, JsonObject> replace)
    {
        if (properties[name] is JsonArray entries)
        {
            properties[name] = new JsonArray([.. entries.Select(entry => (JsonNode)replace((JsonObject)entry!))]);
        }
    }

    // Neither the order of the keys nor a null that might as well be left out is a change.
    private static string HashOf(JsonObject properties, Geometry? geometry)
    {
        var said = new JsonObject(properties.Where(entry => entry.Value is not null)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value!.DeepClone())));
        var text = said.ToJsonString() + geometry?.AsText();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
