using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>The operations of the API in a table, from the same document that programs read.</summary>
public sealed class ApiPage(PlanCatalogue catalogue, OpenApiDocument document, CollectionPages above, PageShell shell, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", "lang");
    private static readonly string[] Columns = ["api.address", "meaning", "api.parameters"];

    public IResult Api(HttpContext context)
    {
        var request = context.Request;
        QueryReader.OfPage(request.Query, Parameters);
        var words = new PageWords(Negotiation.Language(request));
        var head = new PageHead(words["landing.api"], words["api.about"], [above.Root(words)], "", [(links.To(request, "/api?f=json"), Links.OpenApi, "json")]);
        var paths = document.Of(catalogue, links.To(request, ""))["paths"]!.AsObject();
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", head.Description, ("class", "lead"));
            html.Element("table", () =>
            {
                html.Element("thead", () => html.Element("tr", () =>
                {
                    foreach (var word in Columns)
                    {
                        html.Element("th", words[word], ("scope", "col"));
                    }
                }));
                html.Element("tbody", () =>
                {
                    foreach (var (path, method, operation) in paths.SelectMany(path => path.Value!.AsObject().Select(entry => (path.Key, entry.Key, entry.Value!))))
                    {
                        Row(html, request, path, method, operation);
                    }
                });
            });
        });
    }

    private void Row(Html html, HttpRequest request, string path, string method, JsonNode operation) => html.Element("tr", () =>
    {
        var parameters = operation["parameters"]!.AsArray();
        var needs = method != "get" || path.Contains('{', StringComparison.Ordinal) || parameters.Any(parameter => (bool?)parameter!["required"] == true);
        html.Element("th", () =>
        {
            // What wants to be told something first is no link.
            if (needs)
            {
                html.Text(method == "get" ? path : $"{method.ToUpperInvariant()} {path}");
            }
            else
            {
                html.Link(links.To(request, path == "/" ? "" : path), path);
            }
        }, ("scope", "row"));
        html.Element("td", (string)operation["summary"]!).Element("td", string.Join(", ", parameters.Select(parameter => (string)parameter!["name"]!)));
    });
}
