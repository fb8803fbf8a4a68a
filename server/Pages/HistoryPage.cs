using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.History;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>How a feature became what it is, for people: each published version with what it changed and the map as of it. It needs no script.</summary>
public sealed class HistoryPage(PlanCatalogue catalogue, CollectionFinder collections, HistoryStore history, ChangeTable changed, PageItems items, PageShell shell, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", "lang");

    public async Task<IResult> Feature(string collectionId, string code, HttpContext context)
    {
        var request = context.Request;
        QueryReader.OfPage(request.Query, Parameters);
        var collection = catalogue.FindCollection(collectionId) ?? throw RequestException.Unknown("collection-unknown", new { collection = collectionId });
        var words = new PageWords(Negotiation.Language(request));
        var versions = await history.Published(collections.Get(collection.Id), code, context.RequestAborted);
        if (versions.Count == 0)
        {
            throw CollectionFinder.UnknownFeature(code);
        }

        var outline = await items.Outline(RevisionFilter.Of(context).Tag, context.RequestAborted);
        var name = FeaturePage.NameOf(versions[0]!["properties"]!, words);
        var head = new PageHead(
            words.Say("history.title", name),
            words.Say("history.about", versions.Count.ToString(CultureInfo.InvariantCulture)),
            [($"/collections/{collection.Id}", words.Of(collection.Title)), ($"/collections/{collection.Id}/items/{code}", name)],
            $"?select={collection.Id}/{code}",
            [($"{links.Root(request)}/api/features/{collection.Id}/{code}/history", Links.Json, "json"), ($"{links.Root(request)}{ChangesFeed.Address}?f=atom&collection={collection.Id}", AtomFeed.MediaType, "changes.feed")]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", () => html.Element("bdi", head.Title)).Element("p", head.Description, ("class", "lead"));
            foreach (var version in VersionChanges.Of(versions, collection).OfType<JsonObject>())
            {
                Version(html, version, collection, outline, name, words, request, code);
            }
        });
    }

    private void Version(Html html, JsonObject version, CollectionDefinition collection, JsonNode? outline, string name, PageWords words, HttpRequest request, string code)
    {
        var from = PageMoment.Of(version["approved_at"]);
        html.Element("h2", words.Say("history.version", version["version"]!.ToString()))
            .Element("p", version["recorded_to"] is { } to ? words.Say("history.stood", Said(from), Said(PageMoment.Of(to))) : words.Say("history.stands", Said(from)))
            .Element("p", words[$"history.recorded_as.{(string)version["recorded_as"]!}"]);
        if (version["is_moved"]!.GetValue<bool>())
        {
            html.Element("p", words[version["geometry"] is null ? "history.unplaced" : "history.moved"], ("class", "chip warn"));
        }

        FeatureMap.Draw(html, version["geometry"], outline, name, words);
        if (version["changes"]!.AsArray() is { Count: > 0 } changes)
        {
            html.Element("table", () => changed.Write(html, changes, collection, words), ("class", "facts"));
        }

        html.Element("p", () => html.Link(PageMoment.Map(links.Root(request), from, $"{collection.Id}/{code}"), words["history.map"]), ("class", "ways"));
    }

    private static string Said(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
