using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Checks;

/// <summary>Each property is one of the collection's, of its type, and a code is a term of its vocabulary.</summary>
public static class KnownProperties
{
    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context)
    {
        foreach (var (name, value) in feature.Properties)
        {
            if (feature.Collection.FindProperty(name) is not { } property)
            {
                yield return new FeatureFault("property-unknown", ("property", name), ("collection", feature.Collection.Id));
            }
            else if (property.IsComputed)
            {
                yield return new FeatureFault("property-computed", ("property", name));
            }
            else if (value is not null && !IsOfType(property.Type, value))
            {
                yield return new FeatureFault("property-type", ("property", name), ("type", property.Type.ToString().ToLowerInvariant()));
            }
            else if (value is not null && property.Vocabulary is { } vocabulary)
            {
                foreach (var code in Codes(value).Where(code => context.Catalogue.Vocabularies[vocabulary].Find(code) is null))
                {
                    yield return new FeatureFault("term-unknown", ("property", name), ("value", code), ("vocabulary", vocabulary));
                }
            }
        }
    }

    private static IEnumerable<string> Codes(JsonNode value) => value is JsonArray list ? list.Select(code => code!.ToString()) : [value.ToString()];

    private static bool IsOfType(PropertyType type, JsonNode value) => type switch
    {
        PropertyType.String or PropertyType.Code => value.GetValueKind() == JsonValueKind.String,
        PropertyType.Integer => value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<int>(out _),
        PropertyType.Number => value.GetValueKind() == JsonValueKind.Number && double.IsFinite(value.GetValue<double>()),
        PropertyType.Codes or PropertyType.Strings => value is JsonArray list && list.All(item => item?.GetValueKind() == JsonValueKind.String),
        _ => value is JsonArray list && list.All(item => item is JsonObject),
    };
}
