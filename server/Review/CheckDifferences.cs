using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Review;

/// <summary>What two answers of a check (docs/check.md) do not have in common.</summary>
public static class CheckDifferences
{
    private const string NoHit = "no-hit";

    /// <summary>What a person would decide by. The words and the citations of a rule may be mended without a finding being another.</summary>
    private static readonly string[] Compared = ["outcome", "severity", "value", "unit", "range", "overlap", "distance"];

    /// <summary>
    /// A list of {finding, change, submitted, now}: `appeared`, `went` or `changed`, in the order of the later answer and then of the
    /// earlier. What was looked at in vain is no finding; findings of a folded row stand for themselves.
    /// </summary>
    public static JsonArray Between(JsonNode submitted, JsonNode now)
    {
        var (earlier, later) = (Found(submitted), Found(now));
        var before = earlier.ToDictionary(finding => (string)finding["id"]!);
        var known = later.Select(finding => (string)finding["id"]!).ToHashSet();
        var differences = later
            .Select(finding => (before.GetValueOrDefault((string)finding["id"]!), (JsonObject?)finding))
            .Concat(earlier.Where(finding => !known.Contains((string)finding["id"]!)).Select(finding => ((JsonObject?)finding, (JsonObject?)null)))
            .Where(pair => pair is not { Item1: { } one, Item2: { } other } || !IsSame(one, other));
        return new JsonArray([.. differences.Select(pair => (JsonNode)Difference(pair.Item1, pair.Item2))]);
    }

    private static JsonObject Difference(JsonObject? submitted, JsonObject? now) => new()
    {
        ["finding"] = (string)(now ?? submitted)!["id"]!,
        ["change"] = submitted is null ? "appeared" : now is null ? "went" : "changed",
        ["submitted"] = submitted?.DeepClone(),
        ["now"] = now?.DeepClone(),
    };

    private static bool IsSame(JsonObject one, JsonObject other) => Compared.All(member => JsonNode.DeepEquals(one[member], other[member]));

    private static List<JsonObject> Found(JsonNode answer) =>
        [.. answer["findings"]!.AsArray().OfType<JsonObject>()
            .SelectMany(finding => finding["findings"] is JsonArray folded ? folded.OfType<JsonObject>() : [finding])
            .Where(finding => (string)finding["outcome"]! != NoHit)];
}
