using System.Diagnostics;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>OpenAPI documents held against the specification, and answers against their schemas.</summary>
internal static class OpenApiValidation
{
    /// <summary>What the schema of OpenAPI 3.0 finds wrong with a document, a line each.</summary>
    public static async Task<string> Faults(JsonNode document)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("tests", "Scripts", "validate-openapi.mjs")]) { WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(document.ToJsonString());
        process.StandardInput.Close();
        var faults = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return faults.Trim();
    }

    /// <summary>What a schema of a document finds wrong with an answer: what is not described is a fault too.</summary>
    public static async Task<string> Faults(JsonNode document, JsonNode schema, JsonNode answer)
    {
        var closed = Closed(Resolve(schema, document), document).AsObject();
        closed["definitions"] = new JsonObject(document["components"]!["schemas"]!.AsObject().Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Closed(entry.Value!, document))));
        var read = await JsonSchema.FromJsonAsync(closed.ToJsonString(), TestContext.Current.CancellationToken);
        return string.Join('\n', read.Validate(answer.ToJsonString()));
    }

    /// <summary>What a reference leads to, or the node itself.</summary>
    public static JsonNode Resolve(JsonNode node, JsonNode document) => (string?)node["$ref"] is { } reference
        ? reference.Split('/').Skip(1).Aggregate(document, (at, name) => at[name]!)
        : node;

    /// <summary>A schema of OpenAPI 3.0 as JSON Schema in which objects have the properties that are described, and no others.</summary>
    private static JsonNode Closed(JsonNode schema, JsonNode document)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return new JsonObject { ["$ref"] = $"#/definitions/{reference.Split('/')[^1]}" };
        }

        var isNullable = (bool?)schema["nullable"] == true;
        if (schema["allOf"] is JsonArray parts)
        {
            return isNullable
                ? new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, Closed(parts.Single()!, document)) }
                : Closed(Merged(schema, document), document);
        }

        var closed = new JsonObject();
        foreach (var (name, value) in schema.AsObject().Where(entry => entry.Key is not ("nullable" or "description" or "default")))
        {
            closed[name] = name switch
            {
                "type" when isNullable => new JsonArray((string)value!, "null"),
                "items" => Closed(value!, document),
                "additionalProperties" when value is JsonObject => Closed(value, document),
                "properties" => new JsonObject(value!.AsObject().Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Closed(entry.Value!, document)))),
                "oneOf" => new JsonArray([.. value!.AsArray().Select(one => Closed(one!, document))]),
                _ => value!.DeepClone(),
            };
        }

        if (schema["properties"] is not null)
        {
            closed["additionalProperties"] = (bool?)schema["additionalProperties"] ?? false;
        }

        return closed;
    }

    /// <summary>All properties of the parts in one object.</summary>
    private static JsonObject Merged(JsonNode schema, JsonNode document)
    {
        var merged = new JsonObject { ["type"] = "object", ["required"] = new JsonArray(), ["properties"] = new JsonObject() };
        foreach (var part in schema["allOf"]!.AsArray().Select(part => Resolve(part!, document)).Select(part => part["allOf"] is null ? part : Merged(part, document)))
        {
            foreach (var (name, property) in part["properties"]!.AsObject())
            {
                merged["properties"]![name] = property!.DeepClone();
            }

            foreach (var name in part["required"] as JsonArray ?? [])
            {
                merged["required"]!.AsArray().Add(name!.DeepClone());
            }

            if ((bool?)part["additionalProperties"] == true)
            {
                merged["additionalProperties"] = true;
            }
        }

        return merged;
    }
}
