using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>A collection as JSON Schema: its properties with their words, and the terms of a vocabulary where there is one.</summary>
public static class CollectionSchema
{
    public static JsonObject Of(CollectionDefinition collection, IReadOnlyDictionary<string, Vocabulary> vocabularies, string id, bool onlyQueryables)
    {
        var properties = new JsonObject();
        foreach (var property in collection.Properties.Where(property => property.Queryable || !onlyQueryables))
        {
            properties[property.Name] = Of(property, vocabularies);
        }

        properties[FilterParameter.Geometry] = new JsonObject { ["format"] = $"geometry-{collection.GeometryType.ToLowerInvariant()}", ["x-ogc-role"] = "primary-geometry" };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["type"] = "object",
            ["title"] = collection.Title.Zh,
            ["description"] = collection.Title.En,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    public static JsonObject Of(PropertyDefinition property, IReadOnlyDictionary<string, Vocabulary> vocabularies)
    {
        var schema = property.Type switch
        {
            PropertyType.String => new JsonObject { ["type"] = "string" },
            PropertyType.Integer => new JsonObject { ["type"] = "integer" },
            PropertyType.Number => new JsonObject { ["type"] = "number" },
            PropertyType.Code => Terms(vocabularies[property.Vocabulary!]),
            PropertyType.Codes => new JsonObject { ["type"] = "array", ["items"] = Terms(vocabularies[property.Vocabulary!]) },
            PropertyType.Strings => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
            _ => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } },
        };
        schema["title"] = property.Title.Zh;
        schema["description"] = property.Title.En;
        if (property.Unit is not null)
        {
            schema["x-ogc-unit"] = property.Unit;
        }

        if (property.Name == "code")
        {
            schema["x-ogc-role"] = "id";
        }

        return schema;
    }

    private static JsonObject Terms(Vocabulary vocabulary) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. vocabulary.Terms.Select(term => (JsonNode)term.Code)]),
    };
}
