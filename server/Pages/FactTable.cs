using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>Every property with its value and where the plan says so. What the plan does not state is said, not left out.</summary>
public static class FactTable
{
    /// <summary>Said elsewhere on the page.</summary>
    private static readonly string[] Elsewhere = ["name_zh", "name_en", "citations", "not_stated"];

    /// <param name="html">Where it is written.</param>
    /// <param name="collection">What the feature is one of.</param>
    /// <param name="properties">Those of the feature.</param>
    /// <param name="catalogue">The words of terms.</param>
    /// <param name="words">The words of the page.</param>
    /// <param name="reading">The address at which a paragraph of the plan is read.</param>
    /// <param name="said">Properties that the page says elsewhere.</param>
    public static void Write(
        Html html, CollectionDefinition collection, JsonNode properties, PlanCatalogue catalogue, PageWords words, Func<string, string> reading, params IReadOnlyList<string> said) => html.Element("table", () =>
    {
        html.Element("thead", () => html.Element("tr", () =>
        {
            foreach (var word in new[] { "property", "fact.value", "fact.citation" })
            {
                html.Element("th", words[word], ("scope", "col"));
            }
        }));
        // Only the plan can be silent; of what others have said it is merely not given.
        var isPlan = (string?)properties["origin"] == "plan";
        html.Element("tbody", () =>
        {
            foreach (var property in collection.Properties.Where(property => !Elsewhere.Contains(property.Name) && !said.Contains(property.Name) && !IsOfOtherLanguage(property, words)))
            {
                var lines = FactValue.Lines(property, properties[property.Name], catalogue, words);
                if (lines.Count > 0 || property.Figure || IsNotStated(properties, property.Name))
                {
                    Row(html, property, lines, isPlan, LocatorWords.For(properties, property.Name, words), words, reading);
                }
            }
        });
    }, ("class", "facts"));

    private static void Row(Html html, PropertyDefinition property, IReadOnlyList<Said> lines, bool isPlan, IReadOnlyList<(string Words, string Paragraph)> places, PageWords words, Func<string, string> reading) => html.Element("tr", () =>
    {
        html.Element("th", words.Said(property.Title), words, ("scope", "row"));
        html.Element("td", () =>
        {
            if (lines.Count == 0)
            {
                html.Element("span", words[isPlan ? "not_stated" : "not_given"], ("class", "chip ns"));
            }
            else if (property.References is { } other)
            {
                // From .../projects/items/<code> to the page of what it names.
                html.Link($"../../{other}/items/{lines[0].Text}", lines[0].Text);
            }
            else if (lines.Count == 1)
            {
                html.Element("bdi", lines[0], words);
            }
            else
            {
                html.Element("ul", () =>
                {
                    foreach (var line in lines)
                    {
                        html.Element("li", () => html.Element("bdi", line, words));
                    }
                });
            }
        });
        html.Element("td", () => Places(html, places, words, reading), ("class", "small"));
    });

    public static void Places(Html html, IReadOnlyList<(string Words, string Paragraph)> places, PageWords words, Func<string, string> reading)
    {
        foreach (var (place, number) in places.Select((place, number) => (place, number)))
        {
            html.Text(number == 0 ? "" : words["separator"]).Link(reading(place.Paragraph), place.Words);
        }
    }

    private static bool IsNotStated(JsonNode properties, string name) =>
        properties["not_stated"] is JsonArray names && names.Any(known => (string?)known == name);

    private static bool IsOfOtherLanguage(PropertyDefinition property, PageWords words) =>
        property.Name.EndsWith(words.IsChinese ? "_en" : "_zh", StringComparison.Ordinal);
}
