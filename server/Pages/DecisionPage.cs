using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.History;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Review;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>
/// A decision to be read and printed, for those who draw and review: what was decided on, by whom, when and why, and by which
/// state of the plan, as it was kept. It needs no script. It stands under /api, where the cookie of a session goes.
/// </summary>
public sealed class DecisionPage(PlanCatalogue catalogue, DecisionStore decisions, ChangeTable changed, DecidedChecks checks, PageItems items, PageShell shell, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("lang");

    public async Task<IResult> Sheet(string decision, Actor actor, HttpContext context)
    {
        var (request, cancel) = (context.Request, context.RequestAborted);
        QueryReader.OfPage(request.Query, Parameters);
        var words = new PageWords(Negotiation.Language(request));
        var kept = await decisions.Find(actor, decision, cancel);
        var shown = await decisions.Items(actor, (long)kept["change_set"]!, cancel);
        var outline = await items.Outline($"decision-{decision}", cancel);
        var head = new PageHead(
            words.Say("decision.title", decision), (string)kept["title"]!, [], "",
            [($"{links.Root(request)}/api/decisions/{decision}", Links.Json, "json")]);
        return shell.Answer(context, words, head, html =>
        {
            html.Element("h1", head.Title).Element("p", () => html.Element("bdi", head.Description), ("class", "lead"))
                .Element("p", words[$"decision.{(string)kept["action"]!}"], ("class", "chip"));
            html.Element("table", () => html.Element("tbody", () => Facts(html, kept, words)), ("class", "facts"));
            html.Element("h2", words.Say("decision.features", kept["items"]!.AsArray().Count.ToString(CultureInfo.InvariantCulture)));
            foreach (var item in kept["items"]!.AsArray().OfType<JsonObject>())
            {
                Item(html, item, shown.FirstOrDefault(other => IsDecided(other!, item)), outline, words);
            }

            AnswersOnSheet.Write(html, kept["answers"] as JsonObject, code => DepartmentName(code, words), words);
            checks.Write(html, kept["checks"] as JsonArray, words);
        });
    }

    private string DepartmentName(string code, PageWords words) =>
        catalogue.Vocabularies.GetValueOrDefault("department")?.Find(code) is { } term ? (words.IsChinese ? term.Zh : term.En) : code;

    /// <summary>What was mended after a return is another version, and is not what was decided on.</summary>
    private static bool IsDecided(JsonNode shown, JsonObject item) =>
        (string)shown["code"]! == (string)item["code"]! && (string)shown["collection"]! == (string)item["collection"]! && (int?)shown["version"] == (int?)item["version"];

    private static void Facts(Html html, JsonObject kept, PageWords words)
    {
        void Row(string key, string? value)
        {
            if (value is not null)
            {
                html.Element("tr", () => html.Element("th", words[$"decision.{key}"], ("scope", "row")).Element("td", () => html.Element("bdi", value)));
            }
        }

        Row("basis", (string)kept["basis"]!);
        Row("author", (string?)kept["author_name"]);
        Row("submitted_at", Moment(kept["submitted_at"]));
        Row("decided_by", (string?)kept["decided_by_name"]);
        Row("at", Moment(kept["at"]));
        Row("comment", (string?)kept["comment"] ?? words["decision.no_comment"]);
        Row("comments", words.Say("decision.comments_of", kept["comments"]!["number"]!.ToString(), kept["comments"]!["open"]!.ToString()));
        Row("change_set", words.Say("decision.set_version", kept["change_set"]!.ToString(), kept["set_version"]!.ToString()));
        Row("revision", kept["revision"]!.ToString());
        Row("catalogue", (string?)kept["catalogue"]);
        Row("package", (string?)kept["package"]);
        Row("document", (string?)kept["document"] ?? words["decision.no_document"]);
        Row("digest", (string)kept["digest"]!);
        Row("intact", words[(bool)kept["is_intact"]! ? "decision.is_intact" : "decision.is_not_intact"]);
    }

    private void Item(Html html, JsonObject item, JsonNode? shown, JsonNode? outline, PageWords words)
    {
        var collection = catalogue.FindCollection((string)item["collection"]!);
        var state = shown?["after"] ?? shown?["before"];
        var name = state is null ? (string)item["code"]! : FeaturePage.NameOf(state["properties"]!, words);
        html.Element("h3", () => html.Text($"{(collection is null ? (string)item["collection"]! : words.Of(collection.Title))} · ").Element("bdi", name));
        html.Element("table", () => html.Element("tbody", () =>
        {
            void Row(string key, string value) => html.Element("tr", () => html.Element("th", words[$"decision.{key}"], ("scope", "row")).Element("td", value));
            Row("code", (string)item["code"]!);
            Row("action", words[$"decision.action.{(string)item["action"]!}"]);
            if (item["excluded"] is { } excluded)
            {
                Row("excluded", words.Say("decision.excluded_because", (string)excluded["reason"]!, excluded["returned_as"]!.ToString()));
            }

            Row("versions", words.Say("decision.from_to", item["based_on"]?.ToString() ?? words["decision.none"], item["version"]?.ToString() ?? words["decision.none"]));
            Row("area", item["area_m2"] is { } area ? words.Say("decision.area_of", Mu.Of((double)area).ToString("#,0.0", CultureInfo.InvariantCulture), area.ToString()) : words["decision.no_area"]);
            Row("content_sha256", (string?)item["content_sha256"] ?? words["decision.none"]);
            Row("geometry_sha256", (string?)item["geometry_sha256"] ?? words["decision.no_place"]);
        }), ("class", "facts"));
        if (shown is not null)
        {
            if (collection is not null && shown["after"]?["properties"] is { } properties && VersionChanges.Changes(WithoutCode(shown["before"]?["properties"]), properties, collection) is { Count: > 0 } changes)
            {
                html.Element("table", () => changed.Write(html, changes, collection, words), ("class", "facts"));
            }

            var (before, after) = (shown["before"]?["geometry"], shown["after"]?["geometry"]);
            if (before is not null && !JsonNode.DeepEquals(before, after))
            {
                html.Element("p", words["history.before"]);
                FeatureMap.Draw(html, before, outline, name, words);
                html.Element("p", words["history.after"]);
            }

            FeatureMap.Draw(html, after, outline, name, words);
        }
    }

    /// <summary>What is submitted does not say its code, which never changes.</summary>
    private static JsonObject WithoutCode(JsonNode? properties)
    {
        var said = properties?.DeepClone().AsObject() ?? [];
        said.Remove("code");
        return said;
    }

    private static string Moment(JsonNode? moment) =>
        PageMoment.Of(moment).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
