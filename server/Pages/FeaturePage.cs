using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>The permanent page of a feature: name, small map, facts with where the plan says so.</summary>
public sealed class FeaturePage(PlanCatalogue catalogue, CollectionFinder collections, ItemStore items, PageItems pages, CollectionPages above, ExportChips exports, PageShell shell, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", "lang", "as-of");

    public async Task<IResult> Feature(string collectionId, string code, HttpContext context)
    {
        var collection = collections.Get(collectionId);
        var request = context.Request;
        var query = QueryReader.OfPage(request.Query, Parameters);
        var words = new PageWords(Negotiation.Language(request));
        if (await pages.Find(collection, code, FeatureSelection.ReadAsOf(query), context.RequestAborted) is not { } feature)
        {
            return await items.FindSuccessor(collection, code, context.RequestAborted) is { } successor
                ? TypedResults.Redirect(Address(request, collection, successor) + request.QueryString.ToUriComponent(), permanent: true, preserveMethod: true)
                : throw CollectionFinder.UnknownFeature(code);
        }

        var outline = await pages.Outline(RevisionFilter.Of(context).Tag, context.RequestAborted);
        var (properties, title) = (feature["properties"]!, words.Of(collection.Title));
        var asOf = query.Find("as-of") is { } moment ? $"&as-of={Uri.EscapeDataString(moment)}" : "";
        var data = $"{Address(request, collection, code)}?f=json{asOf}";
        var head = new PageHead(
            NameOf(properties, words),
            Describe(collection, properties, words),
            [above.Root(words), CollectionPages.All(words), ($"/collections/{collection.Id}", title), ($"/collections/{collection.Id}/items", words.Say("items.table", title))],
            $"?select={collection.Id}/{code}",
            [(data, Links.GeoJson, "json"), (links.To(request, $"/collections/{collection.Id}/export?f=geojson&code={code}{asOf}"), Links.GeoJson, "geojson")]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", () => html.Element("bdi", words.Said(head.Title, (string?)properties["name_en"], null, null), words));
            if (OtherName(properties, words) is { } other && other != head.Title)
            {
                html.Element("p", () => html.Element("bdi", other, ("lang", words.IsChinese ? "en" : "zh-CN")), ("class", "lead"));
            }

            html.Element("ul", () => Chips(html, collection, properties, words), ("class", "chips"));
            FeatureMap.Draw(html, feature["geometry"], outline, head.Title, words);
            html.Element("p", () => html.Link($"{links.Root(request)}/{head.AppQuery}", words["app.here"], "button").Text(" ")
                .Link(head.Data[0].Address, words["json"]).Text(" · ").Link(head.Data[1].Address, words["geojson"]).Text(" · ")
                .Link(PageShell.In($"{links.Root(request)}/history/{collection.Id}/{code}", request), words["history.link"]), ("class", "ways"));
            html.Element("h2", words["facts"]);
            string Reading(string paragraph) => $"{links.Root(request)}/?tab=text&read={paragraph}&select={collection.Id}/{code}";
            FactTable.Write(html, collection, properties, catalogue, words, Reading);
            if (LocatorWords.For(properties, null, words) is { Count: > 0 } places)
            {
                html.Element("h2", words["citations"]).Element("p", () => FactTable.Places(html, places, words, Reading));
            }

            exports.Write(html, request, collection, [new("code", code), .. query.Find("as-of") is { } when ? new[] { KeyValuePair.Create("as-of", when) } : []], words);
        });
    }

    public static string NameOf(JsonNode properties, PageWords words) =>
        (words.IsChinese ? null : (string?)properties["name_en"]) ?? (string?)properties["name_zh"] ?? (string)properties["code"]!;

    public static string Term(CollectionDefinition collection, JsonNode properties, string name, PlanCatalogue catalogue, PageWords words) =>
        FactValue.Lines(collection.FindProperty(name)!, properties[name], catalogue, words) is [var line, ..] ? line.Text : "";

    private static string? OtherName(JsonNode properties, PageWords words) => (string?)properties[words.IsChinese ? "name_en" : "name_zh"];

    private string Address(HttpRequest request, CollectionDefinition collection, string code) => links.To(request, $"/collections/{collection.Id}/items/{code}");

    public string Describe(CollectionDefinition collection, JsonNode properties, PageWords words)
    {
        string[] pieces =
        [
            words.Of(collection.Title),
            Status(collection, properties, words),
            .. new[] { collection.ChainProperty, "investment_cny" }.OfType<string>().Where(collection.Has).Select(name => Term(collection, properties, name, catalogue, words)),
            Accuracy(properties, words),
            words.Of(catalogue.Product.Place),
        ];
        return string.Join(" · ", pieces.Where(piece => piece.Length > 0));
    }

    private string Status(CollectionDefinition collection, JsonNode properties, PageWords words)
    {
        var isDerived = (string?)properties["plan_status_basis"] == "derived";
        return Term(collection, properties, "plan_status", catalogue, words) + (isDerived ? $" ({words["derived"]})" : "");
    }

    private static string Accuracy(JsonNode properties, PageWords words) => ((string?)properties["placement"], properties["accuracy_m"]) switch
    {
        ("unplaced", _) => words["unplaced"],
        (_, null) => "",
        ("surveyed", { } metres) => words.Say("surveyed", ((double)metres).ToString("#,0", CultureInfo.InvariantCulture)),
        (_, { } metres) => words.Say("schematic", ((double)metres).ToString("#,0", CultureInfo.InvariantCulture)),
    };

    public void Chips(Html html, CollectionDefinition collection, JsonNode properties, PageWords words)
    {
        var isStated = (string?)properties["plan_status"] != "not-stated";
        html.Element("li", Status(collection, properties, words), ("class", isStated ? "chip" : "chip ns"));
        if (Accuracy(properties, words) is { Length: > 0 } accuracy)
        {
            html.Element("li", accuracy, ("class", "chip warn"));
        }

        if ((string?)properties["origin"] == "plan")
        {
            html.Element("li", words.Say("status_as_of", words.Day(catalogue.Product.StatusAsOf)), ("class", "chip ns"));
        }
    }
}
