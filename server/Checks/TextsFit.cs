using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Checks;

/// <summary>A text is of a length that a card and a table can show, and has no signs that nobody sees: tiles separate their attributes by some, and XML cannot say others.</summary>
public static class TextsFit
{
    public const int Longest = 2000;

    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) =>
        from property in feature.Properties
        from text in Texts(property.Value)
        let longest = feature.Collection.FindProperty(property.Key)?.Longest ?? Longest
        let code = text.Length > longest ? "text-too-long" : UnseenSigns.In(text, isLine: true) ? "text-control-character" : null
        where code is not null
        select new FeatureFault(code, ("property", property.Key), ("maximum", longest));

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
        _ => [],
    };
}
