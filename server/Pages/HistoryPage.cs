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
        var told = VersionChanges.Of(versions, collection).OfType<JsonObject>().ToList();
        var picture = new Picture(outline, new MapDrawing([outline, .. told.Select(version => version["geometry"])]), name);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", () => html.Element("bdi", head.Title)).Element("p", head.Description, ("class", "lead"));
            html.Element("fieldset", () =>
            {
                html.Element("legend", words["history.choose"]);

                // From the oldest to the newest, as time runs; the arrow keys lead through them.
                for (var place = told.Count - 1; place >= 0; place--)
                {
                    Version(html, told[place], told.ElementAtOrDefault(place + 1), collection, picture, words, request, code, isNewest: place == 0);
                }
            }, ("class", "versions"));
        });
    }

    /// <summary>The outline of the zone and the map that the pictures of all versions share, so that nothing moves but the feature.</summary>
    private sealed record Picture(JsonNode? Outline, MapDrawing Map, string Name);

    /// <summary>What chooses a version, and what is shown while it is chosen.</summary>
    private void Version(Html html, JsonObject version, JsonObject? before, CollectionDefinition collection, Picture picture, PageWords words, HttpRequest request, string code, bool isNewest)
    {
        var from = PageMoment.Of(version["approved_at"]);
        var (number, root) = (version["version"]!.ToString(), links.Root(request));
        html.Void("input", ("type", "radio"), ("name", "version"), ("id", $"version-{number}"), ("value", number), ("checked", isNewest ? "" : null))
            .Element("label", words.Say("history.tick", number, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("for", $"version-{number}"));
        html.Element("section", () =>
        {
            html.Element("h2", words.Say("history.version", number))
                .Element("p", version["recorded_to"] is { } to ? words.Say("history.stood", PageMoment.Minute(from), PageMoment.Minute(PageMoment.Of(to))) : words.Say("history.stands", PageMoment.Minute(from)))
                .Element("p", () =>
                {
                    html.Text(words[$"history.recorded_as.{(string)version["recorded_as"]!}"]);
                    if (version["decision"] is { } decision)
                    {
                        html.Text(" · ").Link(PageShell.In($"{root}/api/decisions/{decision}/sheet", request), words.Say("history.decision", decision.ToString()));
                    }
                });
            var isMoved = version["is_moved"]!.GetValue<bool>();
            if (isMoved)
            {
                html.Element("p", words[version["geometry"] is null ? "history.unplaced" : "history.moved"], ("class", "chip warn"));
            }

            FeatureMap.Draw(html, version["geometry"], isMoved ? before?["geometry"] : null, picture.Outline, picture.Map, picture.Name, words);
            if (version["changes"]!.AsArray() is { Count: > 0 } changes)
            {
                html.Element("table", () => changed.Write(html, changes, collection, words), ("class", "facts"));
            }

            html.Element("p", () => html.Link(PageMoment.Map(root, from, $"{collection.Id}/{code}"), words["history.map"]), ("class", "ways"));
        }, ("aria-label", words.Say("history.version", number)));
    }
}
