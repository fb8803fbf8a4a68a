using System.Collections.Concurrent;
using NJsonSchema;
using NJsonSchema.Validation;

namespace SpatialPlan.Server.Catalogue;

/// <summary>
/// The schemas of gis-data/catalogue/schema, which the program carries: a package needs none of its own and cannot loosen
/// them, and what people write is held to the same.
/// </summary>
public static class PackageSchema
{
    private static readonly ConcurrentDictionary<string, JsonSchema?> Read = [];

    /// <summary>What is against a schema: where (<c>#/features[3].properties.name_zh</c>), what, and in which line; null when there is no schema of this name.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">The text is no JSON.</exception>
    public static IReadOnlyList<ValidationError>? Faults(string name, string text) =>
        Find(name) is { } schema ? [.. schema.Validate(text).SelectMany(Leaves)] : null;

    /// <summary>The properties that every feature says when it is stored: those that cannot be null or a list of nothing.</summary>
    public static IReadOnlyList<string> Required { get; } = RequiredOf(Find("feature-collection")!.Definitions["properties"]);

    private static List<string> RequiredOf(JsonSchema feature) =>
        [.. feature.RequiredProperties.Where(name => (feature.Properties[name].ActualSchema.Type & (JsonObjectType.Null | JsonObjectType.Array)) == 0)];

    private static JsonSchema? Find(string name) => Read.GetOrAdd(name, _ =>
    {
        using var stream = typeof(PackageSchema).Assembly.GetManifestResourceStream($"schema/{name}.schema.json");
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader is null ? null : JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult();
    });

    private static IEnumerable<ValidationError> Leaves(ValidationError fault) => fault switch
    {
        ChildSchemaValidationError children => children.Errors.Values.SelectMany(same => same).SelectMany(Leaves),
        _ => [fault],
    };
}
