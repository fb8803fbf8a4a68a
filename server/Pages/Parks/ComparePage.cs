using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>One to four parks side by side, for who gets the link without the map. The rows are those of /api/parks/compare.</summary>
public sealed class ComparePage(PlanCatalogue catalogue, ParkStore parks, PageItems items, ItemStore store, PageShell shell, Links links)
{
    private const string AllRows = "all";

    /// <summary>As the map has it: what differs, or all.</summary>
    private const string Rows = "rows";

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", Language.Parameter, "codes", Rows);

    public async Task<IResult> Compare(HttpContext context)
    {
        var (request, cancel) = (context.Request, context.RequestAborted);
        var query = QueryReader.OfPage(request.Query, Parameters);
        var (words, revision) = (new PageWords(Negotiation.InvestorLanguage(request)), RevisionFilter.Of(context));
        var rules = parks.Rules ?? throw RequestException.Unknown("match-missing", new { });
        var isAll = query.Find(Rows) switch { AllRows => true, null or "differences" => false, { } other => throw RequestException.Malformed("value-unknown", new { parameter = Rows, value = other }) };
        var (collection, all, asked) = (catalogue.FindCollection(rules.Subjects)!, await parks.All(revision, cancel), Comparison.Codes(query.Find("codes")));
        string Address(IEnumerable<string> codes, bool allRows) =>
            $"{links.Root(request)}/{words.Language}/compare?codes={string.Join(',', codes.Select(Uri.EscapeDataString))}{(allRows ? $"&{Rows}={AllRows}" : "")}";

        var current = new List<string>();
        foreach (var code in asked)
        {
            current.Add(all.Any(park => park.Code == code) ? code : await store.FindSuccessor(collection, code, cancel) ?? code);
        }

        if (!current.SequenceEqual(asked))
        {
            return TypedResults.Redirect(Address(current.Distinct(), isAll), permanent: true, preserveMethod: true);
        }

        var compared = Comparison.Read(query.Find("codes"), all);
        var outline = await items.Outline(revision.Tag, cancel);
        var drawn = new Dictionary<string, JsonNode?>();
        foreach (var park in compared)
        {
            drawn[park.Code] = (await items.Find(collection, park.Code, null, cancel))?["geometry"];
        }

        var (names, ways) = (new ParkNames(catalogue, words), new MapLinks(links.Root(request), words));
        var codes = compared.Select(park => park.Code).ToList();
        var head = new PageHead(
            words.Say("compare.title", compared.Count),
            string.Join(words["separator"], compared.Select(park => names.Of(park).Text)),
            [($"/collections/{collection.Id}", words.Of(collection.Title))],
            ways.CompareQuery(codes),
            [($"{links.Root(request)}/api/parks/compare?codes={string.Join(',', codes)}", Links.Json, "json")])
        {
            InvestorPath = "/compare",
        };
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", words["compare.side_by_side"], ("class", "lead"))
                .Element("p", () => html.Link(Address(codes, !isAll), words[isAll ? "compare.differences" : "compare.all"], "button").Text(" ")
                    .Link(ways.Compare(codes), words["compare.map"], "button").Text(" ")
                    .Link(ways.Enquire(codes), words["compare.enquire"], "button"), ("class", "ways"));
            var table = new CompareTable(html, catalogue, words, rules, collection, new CitedPlaces(html, words, ways.Reading));
            table.Write(compared, isAll, park => Head(html, park, $"{links.Root(request)}/{words.Language}/parks/{park.Code}", drawn[park.Code], outline, words, () => Remove(html, park, codes, left => Address(left, isAll), words)));
            Add(html, all.Where(park => !codes.Contains(park.Code)), park => Address(codes.Append(park.Code), isAll), codes.Count, words);
        });
    }

    private void Head(Html html, Park park, string address, JsonNode? geometry, JsonNode? outline, PageWords words, Action remove)
    {
        var names = new ParkNames(catalogue, words);
        FeatureMap.Draw(html, geometry, outline, names.Of(park).Text, words);
        html.Element("a", names.Of(park), words, ("href", address), ("class", "name"));
        if (names.Original(park) is { } original)
        {
            html.Element("span", original.Text, ("lang", Said.Tag(original.Language)), ("class", "original"));
        }

        if (names.Summary(park.Code) is { } summary)
        {
            html.Element("p", summary, words, ("class", "small"));
        }

        remove();
    }

    /// <summary>A comparison of one has nothing to take out.</summary>
    private static void Remove(Html html, Park park, List<string> codes, Func<IEnumerable<string>, string> address, PageWords words)
    {
        if (codes.Count > 1)
        {
            html.Element("p", () => html.Link(address(codes.Where(code => code != park.Code)), words["compare.remove"]), ("class", "small"));
        }
    }

    private void Add(Html html, IEnumerable<Park> others, Func<Park, string> address, int count, PageWords words)
    {
        if (count >= Comparison.Most)
        {
            return;
        }

        var names = new ParkNames(catalogue, words);
        html.Element("h2", words.Say("compare.add", Comparison.Most)).Element("ul", () =>
        {
            foreach (var park in others)
            {
                html.Element("li", () => html.Element("a", names.Of(park), words, ("href", address(park)), ("class", "chip"), ("rel", "nofollow")));
            }
        }, ("class", "chips exports"));
    }
}
