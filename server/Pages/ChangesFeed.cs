using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.History;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>What was published, an entry a revision, for programs (JSON) and for readers of feeds (Atom); nobody's name.</summary>
public sealed class ChangesFeed(PlanCatalogue catalogue, ChangesStore changes, AtomFeed atom, Links links)
{
    public const string Address = "/api/changes";

    private const int Usual = 20;
    private const int Most = 100;
    private const string InJson = "json";
    private const string InAtom = "atom";
    private const string Day = "yyyy-MM-dd";
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("collection", "since", "before", "limit", "f", Language.Parameter);

    /// <summary>What the ETag of an answer adds to the revision: JSON is the same in all languages.</summary>
    public static string VariantOf(HttpRequest request) => FormatOf(request) == InAtom ? $"{InAtom}-{Language.Of(request)}" : InJson;

    public async Task<IResult> Read(HttpContext context)
    {
        var (request, cancel) = (context.Request, context.RequestAborted);
        var query = QueryReader.Of(request.Query, Parameters, InJson, InAtom);
        var words = new PageWords(Language.Of(request));
        var asked = Asked(query);
        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        var changedAt = await changes.ChangedAt(cancel);
        context.Response.GetTypedHeaders().LastModified = changedAt;
        if (IsUnmodified(request, changedAt))
        {
            return RevisionFilter.Unchanged;
        }

        var found = await changes.Find(asked, cancel);
        var hasMore = found.Count > asked.Limit;
        if (hasMore)
        {
            found.RemoveAt(asked.Limit);
        }

        var root = links.Root(request);
        foreach (var change in found)
        {
            AddLinks(change!.AsObject(), root);
        }

        var isAtom = FormatOf(request) == InAtom;
        var (self, next) = (links.Self(request), hasMore ? Next(request, query, found) : null);
        if (isAtom)
        {
            context.Response.Headers.ContentLanguage = words.Language;
            return TypedResults.Text(atom.Write(found, words, new FeedPlace(root, asked.Collection, self, next), changedAt), $"{AtomFeed.MediaType}; charset=utf-8");
        }

        return JsonText.Answer(new JsonObject
        {
            ["revision"] = RevisionFilter.Of(context).Number,
            ["changes"] = found,
            ["links"] = new JsonArray([.. new[] { (Rel: "self", Href: self), (Rel: "next", Href: next) }.Where(link => link.Href is not null)
                .Select(link => (JsonNode)new JsonObject { ["rel"] = link.Rel, ["href"] = link.Href, ["type"] = Links.Json })]),
        });
    }

    private ChangesQuery Asked(QueryReader query)
    {
        var collection = query.Find("collection");
        if (collection is not null && catalogue.FindCollection(collection) is null)
        {
            throw RequestException.Malformed("collection-unknown", new { parameter = "collection", collection = QueryReader.Shortened(collection) });
        }

        var (after, since) = Since(query.Find("since"));
        return new ChangesQuery(
            collection, after, since, query.Number("before"),
            query.Limit(Most, Usual));
    }

    /// <summary>A revision, an instant or a day, which is meant from its beginning in UTC.</summary>
    private static (long? AfterRevision, DateTimeOffset? Since) Since(string? text) =>
        text is null ? (null, null)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? (revision, null)
        : DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) ? (null, new DateTimeOffset(day))
        : PlanInterval.TryParseMoment(text) is { } instant ? (null, instant)
        : throw QueryReader.Invalid("since", text, "revision, date or date-time");

    private static string FormatOf(HttpRequest request) =>
        request.Query.TryGetValue("f", out var format) ? format.ToString() : Negotiation.Prefers(request, [AtomFeed.MediaType], [Links.Json]) ? InAtom : InJson;

    /// <summary>RFC 9110, 13.1.3: the day counts only for who names no tag, and is no more exact than a second.</summary>
    private static bool IsUnmodified(HttpRequest request, DateTimeOffset changedAt) =>
        RequestAudience.Of(request).IsPublic
        && request.Headers.IfNoneMatch.Count == 0
        && request.GetTypedHeaders().IfModifiedSince is { } held
        && changedAt.AddTicks(-(changedAt.Ticks % TimeSpan.TicksPerSecond)) <= held;

    private string Next(HttpRequest request, QueryReader query, JsonArray found) => links.Self(request, query.All
        .Where(parameter => parameter.Key != "before")
        .Append(KeyValuePair.Create("before", ((long)found[^1]!["revision"]!).ToString(CultureInfo.InvariantCulture))));

    /// <summary>The sheet of the decision, for those who draw and review, and the page of each feature's history, where the catalogue still has its collection.</summary>
    private void AddLinks(JsonObject change, string root)
    {
        change["decision_sheet"] = change["decision"] is { } decision ? $"{root}/api/decisions/{decision}/sheet" : null;
        foreach (var feature in change["features"]!.AsArray())
        {
            var collection = (string)feature!["collection"]!;
            feature["history"] = catalogue.FindCollection(collection) is null ? null : $"{root}/history/{collection}/{(string)feature["code"]!}";
        }
    }
}
