using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>One to four parks, projects or industry chains side by side, for who gets the link without the map. The rows are those of /api/parks/compare.</summary>
public sealed class ComparePage(PlanCatalogue catalogue, CompareStore compare, ParkStore parks, PageItems items, ItemStore store, PageShell shell, Links links)
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
        var (asked, all, chains) = (Comparison.Codes(query.Find("codes")), await parks.All(revision, cancel), catalogue.TermsOf("industry_chain"));
        string Address(IEnumerable<string> codes, bool allRows) =>
            $"{links.Root(request)}/{words.Language}/compare?codes={string.Join(',', codes.Select(Uri.EscapeDataString))}{(allRows ? $"&{Rows}={AllRows}" : "")}";

        var current = new List<string>();
        foreach (var code in asked)
        {
            current.Add(all.Any(park => park.Code == code) || chains.Any(chain => chain.Code == code) ? code : await Successor(code, cancel) ?? code);
        }

        if (!current.SequenceEqual(asked))
        {
            return TypedResults.Redirect(Address(current.Distinct(), isAll), permanent: true, preserveMethod: true);
        }

        var compared = await compare.Read(asked, revision, cancel);
        var collection = catalogue.FindRole(compared.Kind == ComparedKind.Project ? CollectionRole.Project : CollectionRole.Park);
        var outline = await items.Outline(revision.Tag, cancel);
        var drawn = new Dictionary<string, JsonNode?>();
        foreach (var subject in compared.Subjects.Where(_ => compared.Kind != ComparedKind.IndustryChain))
        {
            drawn[subject.Code] = (await items.Find(collection!, subject.Code, null, cancel))?["geometry"];
        }

        var ways = new MapLinks(links.Root(request), words);
        var head = new PageHead(
            words.Say($"compare.title.{compared.KindCode}", asked.Count),
            string.Join(words["separator"], compared.Subjects.Select(subject => ComparedHead.NameOf(subject, words).Text)),
            collection is null ? [] : [($"/collections/{collection.Id}", words.Of(collection.Title))],
            ways.CompareQuery(compared.Kind, asked),
            [($"{links.Root(request)}/api/parks/compare?codes={string.Join(',', asked)}", Links.Json, "json")])
        {
            InvestorPath = "/compare",
        };
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", words[$"compare.side_by_side.{compared.KindCode}"], ("class", "lead"))
                .Element("p", () =>
                {
                    html.Link(Address(asked, !isAll), words[isAll ? "compare.differences" : "compare.all"], "button").Text(" ")
                        .Link($"{links.Root(request)}/{head.AppQuery}", words["compare.map"], "button");
                    if (compared.Kind == ComparedKind.Park)
                    {
                        html.Text(" ").Link(ways.Enquire(asked), words["compare.enquire"], "button");
                    }
                }, ("class", "ways"));
            ComparedCells cells = compared.Kind == ComparedKind.Park
                ? new ParkCells(html, catalogue, words, rules)
                : new SubjectCells(html, catalogue, words, (of, code) => FeatureAddress(of, code, rules, request, words));
            var columns = new ComparedHead(html, catalogue, words, outline);
            new CompareTable(html, words, cells, new CitedPlaces(html, words, ways.Reading)).Write(compared, isAll, subject =>
            {
                columns.Write(compared.Kind, subject, drawn.GetValueOrDefault(subject.Code), compared.Kind == ComparedKind.IndustryChain
                    ? ways.Panorama(subject.Code) : FeatureAddress(collection!.Id, subject.Code, rules, request, words));
                if (asked.Count > 1)
                {
                    html.Element("p", () => html.Link(Address(asked.Where(code => code != subject.Code), isAll), words["compare.remove"]), ("class", "small"));
                }
            });
            if (asked.Count < Comparison.Most)
            {
                columns.Add(compared.Others, code => Address(asked.Append(code), isAll));
            }
        });
    }

    /// <summary>A park has a page for investors, any other feature that of the collections.</summary>
    private string FeatureAddress(string collection, string code, MatchRules rules, HttpRequest request, PageWords words) => collection == rules.Subjects
        ? $"{links.Root(request)}/{words.Language}/parks/{code}"
        : PageShell.In(links.To(request, $"/collections/{collection}/items/{code}"), request, words);

    /// <summary>The code that a park or project has now, where it had this one before.</summary>
    private async Task<string?> Successor(string code, CancellationToken cancel)
    {
        foreach (var collection in new[] { CollectionRole.Park, CollectionRole.Project }.Select(role => catalogue.FindRole(role)).OfType<CollectionDefinition>())
        {
            if (await store.FindSuccessor(collection, code, cancel) is { } successor)
            {
                return successor;
            }
        }

        return null;
    }
}
