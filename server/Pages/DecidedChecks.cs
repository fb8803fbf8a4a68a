using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages;

/// <summary>The check of each site as it was kept with a decision: what was found, and what the author said to it. Codes without words stand as they are.</summary>
public sealed class DecidedChecks(CheckRules rules)
{
    private const string NoHit = "no-hit";

    /// <param name="html">After the features.</param>
    /// <param name="checks">{code, result} of each; null of a decision that was made before they were kept.</param>
    /// <param name="words">Of the reader.</param>
    public void Write(Html html, JsonArray? checks, PageWords words)
    {
        if (checks is { Count: 0 })
        {
            return;
        }

        html.Element("h2", words["decision.checks"]);
        if (checks is null)
        {
            html.Element("p", words["decision.checks_not_kept"]);
        }

        foreach (var check in (checks ?? []).OfType<JsonObject>())
        {
            Check(html, (string)check["code"]!, check["result"]!, words);
        }
    }

    private void Check(Html html, string code, JsonNode result, PageWords words)
    {
        var findings = result["findings"]!.AsArray().OfType<JsonObject>().ToList();
        html.Element("h3", code).Element("p", words.Say(
            "decision.checked", PageMoment.Minute(PageMoment.Of(result["checked_at"])), Count(findings, "attention"), Count(findings, "cannot-check"), Count(findings, "fits"), Count(findings, NoHit)));
        var found = findings.FindAll(finding => (string)finding["outcome"]! != NoHit);
        var said = result["reasons"]!.AsArray().ToLookup(reason => (string)reason!["finding"]!);
        html.Element("table", () =>
        {
            html.Element("thead", () => html.Element("tr", () =>
            {
                foreach (var column in new[] { "rule", "subject", "outcome", "figure", "said" })
                {
                    html.Element("th", words[$"decision.check.{column}"], ("scope", "col"));
                }
            }));
            html.Element("tbody", () => found.ForEach(finding => html.Element("tr", () => html
                .Element("th", rules.NameOf((string)finding["rule"]!, words), ("scope", "row"))
                .Element("td", () => html.Element("bdi", Subject(finding, words), words))
                .Element("td", words[$"decision.outcome.{(string)finding["outcome"]!}"])
                .Element("td", Figure(finding))
                .Element("td", string.Join(words["separator"], said[(string)finding["id"]!].Select(reason => words.Say($"decision.stance.{(string)reason!["stance"]!}", (string)reason["reason"]!)))))));
        }, ("class", "facts"));
    }

    private static Said Subject(JsonObject finding, PageWords words) => finding["subject"] is { } subject
        ? words.Said((string?)subject["name_zh"] ?? (string)subject["code"]!, (string?)subject["name_en"], null, null)
        : words.Said((string?)finding["args"]?["title_zh"] ?? "", (string?)finding["args"]?["title_en"], null, null);

    private static string Figure(JsonObject finding) => finding["value"] is { } value ? $"{(double)value:#,0.##} {(string?)finding["unit"]}".Trim() : "";

    private static string Count(List<JsonObject> findings, string outcome) => findings.Where(finding => (string)finding["outcome"]! == outcome)
        .Sum(finding => finding["findings"] is JsonArray { Count: > 0 } folded ? folded.Count : 1).ToString(CultureInfo.InvariantCulture);
}
