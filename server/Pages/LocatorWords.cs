using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>The words of a citation: 第 20 章 第 2 段, 专栏 4-1 第 3 项 — and never what stands there.</summary>
public static class LocatorWords
{
    public static string Of(JsonNode citation, PageWords words) => Of((string?)citation["paragraph"] ?? "", words);

    public static string Of(string paragraph, PageWords words)
    {
        if (Locator.TryParse(paragraph) is not { } locator)
        {
            return paragraph;
        }

        var place = locator switch
        {
            { Box: { } box } => words.Say("locator.box", box),
            { Chapter: { } chapter } => words.Say("locator.chapter", chapter),
            _ => words.Say("locator.part", locator.Part!),
        };
        var inside = locator switch
        {
            { Item: { } item } => words.Say("locator.item", item),
            { Row: { } row } => words.Say("locator.row", row),
            _ => words.Say("locator.paragraph", locator.Paragraph!),
        };
        return $"{place} {inside}";
    }

    /// <summary>
    /// Where the plan speaks of the feature, or of one of its properties, each place once: words, and the paragraph. Entries
    /// of a list cite their own places.
    /// </summary>
    public static IReadOnlyList<(string Words, string Paragraph)> For(JsonNode properties, string? attribute, PageWords words) =>
        [.. (properties["citations"] as JsonArray ?? []).OfType<JsonNode>()
            .Where(citation => (string?)citation["attribute"] == attribute)
            .Concat(attribute is null ? [] : (properties[attribute] as JsonArray ?? []).OfType<JsonObject>().Select(entry => entry["citation"]).OfType<JsonNode>())
            .Select(citation => (Of(citation, words), (string?)citation["paragraph"] ?? ""))
            .DistinctBy(place => place.Item1)];
}
