using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>Writes where the plan says something, as links to its text.</summary>
/// <param name="html">Where they are written.</param>
/// <param name="words">The words of the page.</param>
/// <param name="reading">The address at which a paragraph is read.</param>
public sealed class CitedPlaces(Html html, PageWords words, Func<string, string> reading)
{
    public void Write(params IEnumerable<JsonNode?> citations)
    {
        var isFirst = true;
        foreach (var paragraph in citations.Select(citation => (string?)citation?["paragraph"]).OfType<string>().Distinct())
        {
            html.Text(isFirst ? "" : words["separator"]).Link(reading(paragraph), LocatorWords.Of(paragraph, words), "cite");
            isFirst = false;
        }
    }
}
