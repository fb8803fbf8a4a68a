using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>Attributes before and after, beside each other.</summary>
public sealed class ChangeTable(PlanCatalogue catalogue)
{
    /// <summary>The head and the body of a table.</summary>
    /// <param name="html">Within the table.</param>
    /// <param name="changes">{property, before, after} of each (<see cref="History.VersionChanges"/>).</param>
    /// <param name="collection">Whose properties they are.</param>
    /// <param name="words">Of the reader.</param>
    public void Write(Html html, JsonArray changes, CollectionDefinition collection, PageWords words)
    {
        html.Element("thead", () => html.Element("tr", () =>
        {
            foreach (var word in new[] { "property", "history.before", "history.after" })
            {
                html.Element("th", words[word], ("scope", "col"));
            }
        }));
        html.Element("tbody", () =>
        {
            foreach (var change in changes)
            {
                var property = collection.FindProperty((string)change!["property"]!)!;
                html.Element("tr", () => html.Element("th", words.Of(property.Title), ("scope", "row"))
                    .Element("td", Value(property, change["before"], words))
                    .Element("td", Value(property, change["after"], words)));
            }
        });
    }

    private string Value(PropertyDefinition property, JsonNode? value, PageWords words) =>
        property.Type == PropertyType.Citations
            ? words.Say("history.citations", (value as JsonArray)?.Count.ToString(CultureInfo.InvariantCulture) ?? "0")
            : string.Join(words["separator"], FactValue.Lines(property, value, catalogue, words).Select(line => line.Text));
}
