using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages;

/// <summary>What was answered before a decision, on its sheet: what its author contested and what the reviewer said to that, and the words of departments.</summary>
public static class AnswersOnSheet
{
    /// <param name="html">The page.</param>
    /// <param name="answers">As they are kept with the decision; null of one from before there were any.</param>
    /// <param name="department">The name of one, by its code.</param>
    /// <param name="words">Those of the reader.</param>
    public static void Write(Html html, JsonObject? answers, Func<string, string> department, PageWords words)
    {
        if (answers?["contested"] is JsonArray { Count: > 0 } contested)
        {
            html.Element("h2", words["decision.contested"]);
            foreach (var finding in contested.OfType<JsonObject>())
            {
                html.Element("h3", () => html.Element("bdi", $"{(string)finding["code"]!} · {(string)finding["finding"]!}"));
                Rows(html, words, ("reason", (string)finding["reason"]!), ("outcome", words[$"decision.contested.{(string?)finding["outcome"] ?? "open"}"]), ("answer", (string?)finding["answer"]), ("answered_by", (string?)finding["answered_by_name"]));
            }
        }

        if (answers?["consultations"] is JsonArray { Count: > 0 } consultations)
        {
            html.Element("h2", words["decision.consultations"]);
            foreach (var asked in consultations.OfType<JsonObject>())
            {
                html.Element("h3", () => html.Element("bdi", string.Join(" · ", new[] { department((string)asked["department"]!), (string?)asked["code"], (string?)asked["finding"] }.OfType<string>())));
                Rows(html, words, ("question", (string)asked["question"]!), ("asked_by", (string?)asked["asked_by_name"]), ("opinion", words[$"decision.opinion.{(string?)asked["opinion"] ?? "open"}"]), ("answer", (string?)asked["answer"]), ("answered_by", (string?)asked["answered_by_name"]));
            }
        }
    }

    private static void Rows(Html html, PageWords words, params (string Key, string? Value)[] rows) => html.Element("table", () => html.Element("tbody", () =>
    {
        foreach (var (key, value) in rows)
        {
            if (value is not null)
            {
                html.Element("tr", () => html.Element("th", words[$"decision.{key}"], ("scope", "row")).Element("td", () => html.Element("bdi", value)));
            }
        }
    }), ("class", "facts"));
}
