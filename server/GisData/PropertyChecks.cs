using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>Each property is one of the collection's, of its type, and a code is a term of its vocabulary.</summary>
public static class PropertyChecks
{
    /// <summary>Computed at load, so never written in a file.</summary>
    public static bool IsComputed(PropertyDefinition property) =>
        property.Name is "code" or "not_stated" || property.ParentOf is not null;

    public static IEnumerable<string> Of(CollectionDefinition collection, LayerFeature feature, PlanCatalogue catalogue)
    {
        foreach (var (name, value) in feature.Properties)
        {
            if (collection.FindProperty(name) is not { } property)
            {
                yield return $"{name} is no property of {collection.Id}";
            }
            else if (IsComputed(property))
            {
                yield return $"{name} is computed at load and does not stand in the file";
            }
            else if (value is not null && !IsOfType(property.Type, value))
            {
                yield return $"{name} is not of type {property.Type.ToString().ToLowerInvariant()}";
            }
            else if (value is not null && property.Vocabulary is { } vocabulary)
            {
                foreach (var code in Codes(value).Where(code => catalogue.Vocabularies[vocabulary].Find(code) is null))
                {
                    yield return $"{name} {code} is no term of {vocabulary}";
                }
            }
        }
    }

    public static IEnumerable<string> Codes(JsonNode? value) => value switch
    {
        JsonArray list => list.Select(code => code!.ToString()),
        null => [],
        _ => [value.ToString()],
    };

    private static bool IsOfType(PropertyType type, JsonNode value) => type switch
    {
        PropertyType.String or PropertyType.Code => value.GetValueKind() == JsonValueKind.String,
        PropertyType.Integer => value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<int>(out _),
        PropertyType.Number => value.GetValueKind() == JsonValueKind.Number && double.IsFinite(value.GetValue<double>()),
        PropertyType.Codes or PropertyType.Strings => value is JsonArray list && list.All(item => item?.GetValueKind() == JsonValueKind.String),
        _ => value is JsonArray list && list.All(item => item is JsonObject),
    };
}
