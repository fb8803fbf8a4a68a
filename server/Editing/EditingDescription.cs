using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Web.OpenApi;

namespace SpatialPlan.Server.Editing;

/// <summary>Part 4 in the OpenAPI document: its operations, what they take, and by which credentials.</summary>
public sealed class EditingDescription : IOgcAddition
{
    private const string Scheme = "token";

    private static readonly int[] Refusals = [.. OpenApiParts.Always.Concat(OpenApiParts.Writing).Concat([409, 412, 422]).Order()];

    public void Complete(JsonObject document, PlanCatalogue catalogue)
    {
        document["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject
            {
                [Scheme] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A personal access token of staff, of scope write" },
                [$"{Scheme}AsPassword"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic", ["description"] = "The same as the password, with any name" },
            },
        };
        foreach (var collection in catalogue.Collections.Where(collection => collection.Audience.IsPublic))
        {
            var (items, item) = (document["paths"]![$"/collections/{collection.Id}/items"]!, document["paths"]![$"/collections/{collection.Id}/items/{{featureId}}"]!);
            items["post"] = Operation(collection, "create", "a new feature", "201", "A draft of it is kept", ["Location", "ETag"], ReceivedFeature.Whole, Feature(collection, catalogue, isWhole: true));
            items["post"]!["parameters"]!.AsArray().Add(Header("Idempotency-Key", "The request once more under the same key, within a day, is told the same and writes nothing"));
            item["put"] = Operation(collection, "replace", "another whole feature", "204", "A draft of it is kept", [], ReceivedFeature.Whole, Feature(collection, catalogue, isWhole: true));
            item["patch"] = Operation(collection, "update", "some of a feature", "204", "A draft of it is kept", ["ETag"], ReceivedFeature.Patch, Feature(collection, catalogue, isWhole: false));
            item["delete"] = Operation(collection, "delete", "a feature off the plan", "204", "A draft that proposes it is kept, or the draft that it was is gone", [], [], null);
            foreach (var method in new[] { "put", "patch", "delete" })
            {
                item[method]!["parameters"] = new JsonArray([item["get"]!["parameters"]![0]!.DeepClone(), IfMatch(), .. method == "delete" ? Array.Empty<JsonNode>() : [ContentCrs()]]);
            }
        }
    }

    private static JsonObject Operation(CollectionDefinition collection, string verb, string what, string status, string meaning, string[] headers, string[] mediaTypes, JsonObject? schema)
    {
        var operation = new JsonObject
        {
            ["operationId"] = $"{verb}_{collection.TableName}",
            ["summary"] = $"{collection.Title.En}: propose {what}",
            ["security"] = new JsonArray(new JsonObject { [Scheme] = new JsonArray() }, new JsonObject { [$"{Scheme}AsPassword"] = new JsonArray() }),
            ["parameters"] = new JsonArray(ContentCrs()),
            ["responses"] = Responses(status, meaning, headers),
        };
        if (mediaTypes.Length > 0)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(mediaTypes.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = schema!.DeepClone() }))),
            };
        }

        return operation;
    }

    /// <summary>In place as everything here, and in few words: sixteen collections have four of these.</summary>
    private static JsonObject Responses(string status, string meaning, string[] headers) => new(Refusals
        .Select(refusal => KeyValuePair.Create(refusal.ToString(CultureInfo.InvariantCulture), (JsonNode?)new JsonObject
        {
            ["description"] = ReasonPhrases.GetReasonPhrase(refusal),
            ["content"] = new JsonObject { [Problems.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
        }))
        .Prepend(KeyValuePair.Create(status, (JsonNode?)new JsonObject
        {
            ["description"] = meaning,
            ["headers"] = new JsonObject(headers.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } }))),
        })));

    private static JsonObject Properties(CollectionDefinition collection, PlanCatalogue catalogue) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(collection.Properties.Where(property => !property.IsComputed).Select(property =>
        {
            var schema = CollectionSchema.Of(property, catalogue.Vocabularies, Language.English);
            schema["nullable"] = true;
            return KeyValuePair.Create(property.Name, (JsonNode?)schema);
        })),
    };

    private static JsonObject Feature(CollectionDefinition collection, PlanCatalogue catalogue, bool isWhole)
    {
        var feature = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("Feature") },
                ["geometry"] = new JsonObject { ["type"] = "object", ["nullable"] = true, ["description"] = $"GeoJSON, {collection.GeometryType}; not there in a patch leaves the place as it is, null takes it away" },
                ["properties"] = Properties(collection, catalogue),
            },
        };
        if (isWhole)
        {
            feature["required"] = new JsonArray("type", "geometry", "properties");
        }

        return feature;
    }

    private static JsonObject ContentCrs() => Header("Content-Crs", $"What the coordinates are in, axes in the order of the authority; {CrsParameter.Supported[0]} without: {string.Join(" ", CrsParameter.Supported)}");

    private static JsonObject IfMatch() => Header("If-Match", "The ETag of the feature as it was read; without it the feature is taken as it is read now");

    private static JsonObject Header(string name, string description) => new()
    {
        ["name"] = name, ["in"] = "header", ["required"] = false, ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" },
    };
}
