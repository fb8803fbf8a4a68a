using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages;

/// <summary>The words of a citation: 第 20 章 第 2 段, 专栏 4-1 第 3 项 — and never what stands there.</summary>
public static class LocatorWords
{
    public static string Of(JsonNode citation, PageWords words)
    {
        var paragraph = (string?)citation["paragraph"] ?? "";
        var place = (string?)citation["box"] is { } box ? words.Say("locator.box", box)
            : citation["chapter"] is { } chapter ? words.Say("locator.chapter", chapter)
            : citation["part"] is { } part ? words.Say("locator.part", part)
            : null;
        if (place is null)
        {
            return paragraph;
        }

        // The last piece of a locator is item-3, row-3 or p3.
        var (last, beforeLast) = paragraph.Split('-') is [.., var before, var end] ? (end, before) : ("", "");
        var inside = beforeLast is "item" or "row" ? words.Say($"locator.{beforeLast}", last)
            : last.StartsWith('p') ? words.Say("locator.paragraph", last[1..])
            : "";
        return $"{place} {inside}".TrimEnd();
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
