using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>The features of a collection in a table, page by page, with every filter that programs have.</summary>
public sealed class ItemsPage(PlanCatalogue catalogue, CollectionFinder collections, PageItems items, CollectionPages above, ExportChips exports, PageShell shell, Links links)
{
    public async Task<IResult> Items(string collectionId, HttpContext context)
    {
        var collection = collections.Get(collectionId);
        var request = context.Request;
        var known = ItemQuery.Parameters(collection).Append("lang").ToFrozenSet();
        var query = QueryReader.OfPage(request.Query, known);
        var words = new PageWords(Negotiation.Language(request));

        // A table for people has its own columns, whichever a program wants.
        var asked = ItemQuery.Read(collection, query) with { Content = null };
        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        var page = await items.Read(asked, context.RequestAborted);

        var title = words.Of(collection.Title);
        var data = links.Self(request, query.All.Where(given => given.Key is not ("lang" or "f")).Append(new("f", "json")));
        var head = new PageHead(
            words.Say("items.table", title),
            $"{words.Say("items.page", page.Features.Count)} · {words.Of(catalogue.Product.Place)}",
            [above.Root(words), CollectionPages.All(words), ($"/collections/{collection.Id}", title)],
            "",
            [(data, Links.GeoJson, "geojson")]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title);
            if (page.Features.Count == 0)
            {
                html.Element("p", words["items.none"], ("class", "lead"));
            }
            else
            {
                Table(html, request, collection, page.Features, words);
            }

            html.Element("p", () =>
            {
                var rest = query.All.Where(given => given.Key != "token").ToList();
                if (query.Find("token") is not null)
                {
                    html.Link(links.Self(request, rest), words["items.first"]).Text(" ");
                }

                if (page.NextToken is { } token)
                {
                    html.Element("a", words["items.next"], ("rel", "next"), ("href", links.Self(request, rest.Append(new("token", token)))));
                }
            });
            exports.Write(html, request, collection, query.All.Where(given => given.Key is not ("lang" or "f" or "limit" or "token" or "crs")), words);
        });
    }

    private void Table(Html html, HttpRequest request, CollectionDefinition collection, IReadOnlyList<JsonNode> features, PageWords words) => html.Element("table", () =>
    {
        html.Element("caption", words.Say("items.page", features.Count));
        html.Element("thead", () => html.Element("tr", () =>
        {
            foreach (var word in new[] { "name", "code", "status", "placement" })
            {
                html.Element("th", words[word], ("scope", "col"));
            }
        }));
        html.Element("tbody", () =>
        {
            foreach (var feature in features)
            {
                var (code, properties) = ((string)feature["id"]!, feature["properties"]!);
                html.Element("tr", () => html
                    .Element("th", () => html.Element("a", () => html.Element("bdi", FeaturePage.NameOf(properties, words)), ("href", PageShell.In(links.To(request, $"/collections/{collection.Id}/items/{code}"), request))), ("scope", "row"))
                    .Element("td", code)
                    .Element("td", FeaturePage.Term(collection, properties, "plan_status", catalogue, words))
                    .Element("td", FeaturePage.Term(collection, properties, "placement", catalogue, words)));
            }
        });
    }, ("class", "facts"));
}
