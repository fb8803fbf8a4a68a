using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Plan.Policies;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>
/// A park for who wants to go there: what the plan says of it, what applies, what is not known, and whom to ask. It needs no
/// script, and is there in four languages.
/// </summary>
public sealed class ParkPage(PlanCatalogue catalogue, ParkStore parks, PolicyStore policies, PageItems items, ItemStore store, FeaturePage features, PageShell shell, Links links)
{
    /// <summary>Where the picture of a park is.</summary>
    public const string Picture = "/parks/{code}/picture.png";

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", Language.Parameter);

    public async Task<IResult> Park(string code, HttpContext context)
    {
        var request = context.Request;
        QueryReader.OfPage(request.Query, Parameters);
        var (words, revision) = (new PageWords(Negotiation.InvestorLanguage(request)), RevisionFilter.Of(context));
        var rules = parks.Rules ?? throw CollectionFinder.UnknownFeature(code);
        var collection = catalogue.FindCollection(rules.Subjects)!;
        var all = await parks.All(revision, context.RequestAborted);
        if (all.FirstOrDefault(one => one.Code == code) is not { } park)
        {
            return await store.FindSuccessor(collection, code, context.RequestAborted) is { } successor
                ? TypedResults.Redirect(links.Root(request) + request.Path.Value![..^code.Length] + successor + request.QueryString.ToUriComponent(), permanent: true, preserveMethod: true)
                : throw CollectionFinder.UnknownFeature(code);
        }

        var feature = (await items.Find(collection, code, null, context.RequestAborted))!;
        var outline = await items.Outline(revision.Tag, context.RequestAborted);
        var held = await policies.Of(revision, context.RequestAborted);
        var applying = held.Parks.GetValueOrDefault(code) is { } subject ? held.Policies.Where(policy => new PolicyQuery(null, null, subject, null, null).Fits(policy, catalogue)).ToList() : [];
        var names = new ParkNames(catalogue, words);
        var (name, summary) = (names.Of(park), names.Summary(park.Code));
        var ways = new MapLinks(links.Root(request), words);
        var head = new PageHead(
            name.Text,
            summary?.Text ?? features.Describe(collection, feature["properties"]!, words),
            [($"/collections/{collection.Id}", words.Of(collection.Title))],
            ways.SelectQuery(collection.Id, code),
            [(links.To(request, $"/collections/{collection.Id}/items/{code}") + "?f=json", Links.GeoJson, "json")])
        {
            TitleLanguage = name.Language == words.Language ? null : name.Language,
            InvestorPath = $"/parks/{code}",
            Picture = (links.Root(request) + Picture.Replace("{code}", code, StringComparison.Ordinal), ParkPicture.Width, ParkPicture.Height),
        };
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", () => html.Element("bdi", name, words));
            if (names.Original(park) is { } original)
            {
                html.Element("p", () => html.Element("bdi", original.Text, ("lang", Said.Tag(original.Language)), ("class", "original")), ("class", "lead"));
            }

            html.Element("ul", () => features.Chips(html, collection, feature["properties"]!, words), ("class", "chips"));
            if (summary is { } says)
            {
                html.Element("p", () => html.Say(says, words).Text(" ").Link(ways.Reading(names.Paragraph(code)!), LocatorWords.Of(names.Paragraph(code)!, words)), ("class", "summary"));
            }

            FeatureMap.Draw(html, feature["geometry"], outline, name.Text, words);
            html.Element("p", () => html.Link(ways.Select(collection.Id, code), words["app.here"], "button").Text(" ")
                .Link($"{links.Root(request)}/{words.Language}/compare?codes={code}", words["park.compare"], "button").Text(" ")
                .Link(ways.Enquire(code), words["park.enquire"], "button"), ("class", "ways"));
            var sections = new ParkSections(html, catalogue, words, new CitedPlaces(html, words, ways.Reading));
            sections.Grounds(park, ways.Panorama);
            sections.Targets(park, all);
            sections.PerMu(park, AreaOf(rules, collection));
            sections.Readiness(rules, park);
            sections.Nearby(rules, park, neighbour => PageShell.In(links.To(request, $"/collections/{neighbour.Collection}/items/{neighbour.Code}"), request, words));
            sections.Policies(applying);
            sections.Known(rules, park);
            html.Element("h2", words["facts"]);
            FactTable.Write(
                html, collection, feature["properties"]!, catalogue, words, ways.Reading, [rules.Grounds, rules.Targets, "aliases", .. new[] { collection.ChainProperty, collection.ClusterProperty }.OfType<string>()]);
            sections.Contact();
        });
    }

    /// <summary>The property that states the area of a park; null where the facts of the catalogue have none.</summary>
    private static string? AreaOf(MatchRules rules, CollectionDefinition collection) =>
        rules.Facts.Select(fact => fact.Property is { } name ? collection.FindProperty(name) : null).FirstOrDefault(property => property?.Unit == "m2")?.Name;
}
