using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>Where a reader begins: the landing page, the collections, and what a collection holds.</summary>
public sealed class CollectionPages(PlanCatalogue catalogue, CollectionFinder collections, ExportChips exports, PageShell shell, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", "lang");

    public IResult Landing(HttpContext context)
    {
        var (words, request) = Begin(context);
        var head = new PageHead(
            words.Of(catalogue.Product.Title),
            $"{words.Of(catalogue.Product.Place)} · {words["landing.about"]}",
            [],
            "",
            [
                (links.To(request, "?f=json"), Links.Json, "json"),
                (links.To(request, "/api?f=json"), Links.OpenApi, "landing.api"),
                (links.To(request, "/conformance"), Links.Html, "landing.conformance"),
                (links.To(request, "/tiles"), Links.Json, "landing.tiles"),
                (links.To(request, "/styles"), Links.Json, "landing.styles"),
                (links.To(request, "/functions"), Links.Json, "landing.functions"),
            ]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", head.Description, ("class", "lead"));
            html.Element("h2", () => html.Link(PageShell.In(links.To(request, "/collections"), request), words["landing.collections"]));
            List(html, request, words);
        });
    }

    public IResult Collections(HttpContext context)
    {
        var (words, request) = Begin(context);
        var head = new PageHead(words["collections"], words["landing.about"], [Root(words)], "", [(links.To(request, "/collections?f=json"), Links.Json, "json")]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", head.Description, ("class", "lead"));
            List(html, request, words);
        });
    }

    public IResult Collection(string collectionId, HttpContext context)
    {
        var collection = collections.Get(collectionId);
        var (words, request) = Begin(context);
        string Address(string rest) => links.To(request, $"/collections/{collection.Id}{rest}");
        var head = new PageHead(
            words.Of(collection.Title),
            $"{words.Of(collection.Title)} · {words.Of(catalogue.Product.Place)} · {words.Find($"geometry.{collection.GeometryType}") ?? collection.GeometryType}",
            [Root(words), All(words)],
            "",
            [(Address("?f=json"), Links.Json, "json"), (Address("/items?f=json"), Links.GeoJson, "geojson"), (Address("/queryables"), Links.Schema, "queryables"), (Address("/schema"), Links.Schema, "schema")]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", head.Description, ("class", "lead"));
            html.Element("p", () => html.Link(PageShell.In(Address("/items"), request), words["collection.items"], "button"));
            exports.Write(html, request, collection, [], words);
            html.Element("h2", words["collection.properties"]);
            Properties(html, collection, words);
        });
    }

    public static (string Path, string Title) All(PageWords words) => ("/collections", words["collections"]);

    public (string Path, string Title) Root(PageWords words) => ("", words.Of(catalogue.Product.Title));

    private static (PageWords Words, HttpRequest Request) Begin(HttpContext context)
    {
        QueryReader.OfPage(context.Request.Query, Parameters);
        return (new PageWords(Negotiation.Language(context.Request)), context.Request);
    }

    private void List(Html html, HttpRequest request, PageWords words) => html.Element("ul", () =>
    {
        foreach (var collection in collections.All)
        {
            html.Element("li", () => html.Link(PageShell.In(links.To(request, $"/collections/{collection.Id}"), request), words.Of(collection.Title)).Text(" ").Element("small", collection.Id));
        }
    }, ("class", "layers"));

    private static void Properties(Html html, CollectionDefinition collection, PageWords words) => html.Element("table", () =>
    {
        html.Element("thead", () => html.Element("tr", () =>
        {
            foreach (var word in new[] { "property", "meaning", "unit" })
            {
                html.Element("th", words[word], ("scope", "col"));
            }
        }));
        html.Element("tbody", () =>
        {
            foreach (var property in collection.Properties)
            {
                html.Element("tr", () => html.Element("th", property.Name, ("scope", "row")).Element("td", words.Of(property.Title)).Element("td", property.Unit is { } unit ? FactValue.Unit(unit, words) : ""));
            }
        });
    });
}
