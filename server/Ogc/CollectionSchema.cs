using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// A collection as JSON Schema (OGC 23-058r2, Schemas): its properties with their words and roles, and the terms of a
/// vocabulary where there is one.
/// </summary>
public static class CollectionSchema
{
    private const string Version = "version";

    /// <summary>What a feature is made of.</summary>
    public static JsonObject Whole(CollectionDefinition collection, IReadOnlyDictionary<string, Vocabulary> vocabularies, string id, string language)
    {
        var properties = Of(collection.Properties, vocabularies, language);

        // What a feature tells of its record beside its properties.
        properties[Version] = new JsonObject { ["type"] = "integer", ["readOnly"] = true };
        properties[collection.GeometryName] = Geometry(collection);
        var document = Document(collection, properties, id, language);
        document["required"] = Required(collection);
        return document;
    }

    /// <summary>
    /// A feature as GeoJSON, with the types of its properties: what programs read that take the types of columns from a
    /// schema and not from the first features. What is not known is null, whatever its type.
    /// </summary>
    public static JsonObject Feature(CollectionDefinition collection, IReadOnlyDictionary<string, Vocabulary> vocabularies, string id, string language)
    {
        var properties = Of(collection.Properties, vocabularies, language);
        properties[Version] = new JsonObject { ["type"] = "integer", ["readOnly"] = true };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["type"] = "object",
            ["title"] = collection.Title.In(language),
            ["required"] = new JsonArray("type", "id", "geometry", "properties"),
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["type"] = "string", ["const"] = "Feature" },
                ["id"] = new JsonObject { ["type"] = "string" },
                ["geometry"] = new JsonObject { ["type"] = "object", ["title"] = collection.GeometryType },
                ["properties"] = new JsonObject { ["type"] = "object", ["required"] = Required(collection), ["properties"] = properties },
            },
        };
    }

    /// <summary>What a filter may name.</summary>
    public static JsonObject Queryables(CollectionDefinition collection, IReadOnlyDictionary<string, Vocabulary> vocabularies, string id, string language)
    {
        var properties = Of(collection.Properties.Where(property => property.Queryable), vocabularies, language);
        properties[collection.GeometryName] = Geometry(collection);
        return Document(collection, properties, id, language);
    }

    /// <summary>What features can be sorted by.</summary>
    public static JsonObject Sortables(CollectionDefinition collection, IReadOnlyDictionary<string, Vocabulary> vocabularies, string id, string language) =>
        Document(collection, Of(SortKey.Sortables(collection), vocabularies, language), id, language);

    /// <summary>What a feature must say before it can be submitted; a draft need not yet.</summary>
    private static JsonArray Required(CollectionDefinition collection) => new([.. PackageSchema.Required.Where(collection.Has).Select(name => (JsonNode)name)]);

    private static JsonObject Of(IEnumerable<PropertyDefinition> chosen, IReadOnlyDictionary<string, Vocabulary> vocabularies, string language)
    {
        var properties = new JsonObject();
        foreach (var property in chosen)
        {
            properties[property.Name] = Of(property, vocabularies, language);
        }

        return properties;
    }

    private static JsonObject Geometry(CollectionDefinition collection) =>
        new() { ["format"] = $"geometry-{collection.GeometryType.ToLowerInvariant()}", ["x-ogc-role"] = "primary-geometry" };

    private static JsonObject Document(CollectionDefinition collection, JsonObject properties, string id, string language)
    {
        foreach (var (schema, place) in properties.Select((property, place) => (property.Value!, place)))
        {
            schema["x-ogc-propertySeq"] = place + 1;
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["type"] = "object",
            ["title"] = collection.Title.In(language),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    public static JsonObject Of(PropertyDefinition property, IReadOnlyDictionary<string, Vocabulary> vocabularies, string language)
    {
        var schema = property.Type switch
        {
            PropertyType.String => new JsonObject { ["type"] = "string" },
            PropertyType.Integer => new JsonObject { ["type"] = "integer" },
            PropertyType.Number => new JsonObject { ["type"] = "number" },
            PropertyType.Boolean => new JsonObject { ["type"] = "boolean" },
            PropertyType.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
            PropertyType.Timestamp => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            PropertyType.Code => Terms(vocabularies[property.Vocabulary!]),
            PropertyType.Codes => new JsonObject { ["type"] = "array", ["items"] = Terms(vocabularies[property.Vocabulary!]) },
            PropertyType.Strings => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
            _ => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } },
        };
        schema["title"] = property.Title.In(language);
        if (property.Unit is { } unit)
        {
            // /req/schemas/unit: UCUM unless another language is named, and UCUM has no currencies.
            schema["x-ogc-unit"] = IsCurrency(unit) ? $"https://qudt.org/vocab/unit/CCY_{unit}" : unit;
            if (IsCurrency(unit))
            {
                schema["x-ogc-unitLang"] = "QUDT";
            }
        }

        if (property.Name == "code")
        {
            schema["x-ogc-role"] = "id";
        }

        if (property.IsComputed)
        {
            schema["readOnly"] = true;
        }

        if (property.References is { } collection)
        {
            schema["x-ogc-role"] = "reference";
            schema["x-ogc-collectionId"] = collection;
        }

        return schema;
    }

    /// <summary>The catalogue writes currencies as ISO 4217 does, and everything else in UCUM.</summary>
    private static bool IsCurrency(string unit) => unit.Length == 3 && unit.All(char.IsAsciiLetterUpper);

    private static JsonObject Terms(Vocabulary vocabulary) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. vocabulary.Terms.Select(term => (JsonNode)term.Code)]),
    };
}
