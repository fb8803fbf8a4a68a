using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Export;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.Pages;

/// <summary>What a page shows, as a file: one link for each format.</summary>
public sealed class ExportChips(Links links)
{
    /// <param name="html">Where they are written.</param>
    /// <param name="request">Whose addresses they have.</param>
    /// <param name="collection">What is exported.</param>
    /// <param name="selection">The parameters that select of it what the page shows.</param>
    /// <param name="words">The words of the page.</param>
    public void Write(Html html, HttpRequest request, CollectionDefinition collection, IEnumerable<KeyValuePair<string, string>> selection, PageWords words)
    {
        var rest = selection.Select(given => KeyValuePair.Create(given.Key, (string?)given.Value)).ToList();
        html.Element("h2", words["export"]).Element("ul", () =>
        {
            foreach (var format in ExportFormat.All)
            {
                var name = words.Find($"format.{format.Name}") ?? format.Name.ToUpperInvariant();
                var language = format == ExportFormat.LayerDefinition ? new[] { KeyValuePair.Create("lang", (string?)words.Language) } : [];
                var query = QueryString.Create(rest.Prepend(new("f", format.Name)).Concat(language));
                html.Element("li", () => html.Element(
                    "a", name, ("href", links.To(request, $"/collections/{collection.Id}/export") + query.ToUriComponent()), ("class", "chip"), ("rel", "nofollow")));
            }
        }, ("class", "chips exports"));
    }
}
