using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Plan.Policies;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>A park for who wants to go there: what the plan says of it, what applies, what is not known, and whom to ask. It needs no script.</summary>
public sealed class ParkPage(PlanCatalogue catalogue, ParkStore parks, PolicyStore policies, PageItems items, ItemStore store, FeaturePage features, PageShell shell, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", "lang");

    public async Task<IResult> Park(string code, HttpContext context)
    {
        var request = context.Request;
        QueryReader.OfPage(request.Query, Parameters);
        var (words, revision) = (new PageWords(Negotiation.Language(request)), RevisionFilter.Of(context));
        var rules = parks.Rules ?? throw CollectionFinder.UnknownFeature(code);
        var collection = catalogue.FindCollection(rules.Subjects)!;
        if ((await parks.All(revision, context.RequestAborted)).FirstOrDefault(one => one.Code == code) is not { } park)
        {
            return await store.FindSuccessor(collection, code, context.RequestAborted) is { } successor
                ? TypedResults.Redirect($"{links.Root(request)}/parks/{successor}{request.QueryString.ToUriComponent()}", permanent: true, preserveMethod: true)
                : throw CollectionFinder.UnknownFeature(code);
        }

        var feature = (await items.Find(collection, code, null, context.RequestAborted))!;
        var properties = feature["properties"]!;
        var outline = await items.Outline(revision.Tag, context.RequestAborted);
        var held = await policies.Of(revision, context.RequestAborted);
        var applying = held.Parks.GetValueOrDefault(code) is { } subject ? held.Policies.Where(policy => new PolicyQuery(null, null, subject, null, null).Fits(policy, catalogue)).ToList() : [];
        var head = new PageHead(
            FeaturePage.NameOf(properties, words),
            features.Describe(collection, properties, words),
            [($"/collections/{collection.Id}", words.Of(collection.Title))],
            $"?select={collection.Id}/{code}",
            [(links.To(request, $"/collections/{collection.Id}/items/{code}") + "?f=json", Links.GeoJson, "json")]);
        string Reading(string paragraph) => $"{links.Root(request)}/?tab=text&read={paragraph}&select={collection.Id}/{code}";
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", () => html.Element("bdi", head.Title))
                .Element("p", () => html.Element("bdi", FeaturePage.OtherName(properties, words), ("lang", words.IsChinese ? "en" : "zh-CN")), ("class", "lead"))
                .Element("ul", () => features.Chips(html, collection, properties, words), ("class", "chips"));
            FeatureMap.Draw(html, feature["geometry"], outline, head.Title, words);
            html.Element("p", () => html.Link($"{links.Root(request)}/{head.AppQuery}", words["app.here"], "button")
                .Text(" ")
                .Link($"{links.Root(request)}/?view=parks&parks={code}&enquiry=open{(words.IsChinese ? "" : "&lang=en")}", words["park.enquire"], "button"), ("class", "ways"));
            var sections = new ParkSections(html, catalogue, words, Reading);
            sections.Grounds(park);
            sections.Targets(collection, park);
            sections.Neighbours(park, neighbour => links.To(request, $"/collections/{neighbour.Collection}/items/{neighbour.Code}"));
            sections.Policies(applying);
            sections.Known(rules, park);
            html.Element("h2", words["facts"]);
            FactTable.Write(html, collection, properties, catalogue, words, Reading);
            sections.Contact();
        });
    }
}
