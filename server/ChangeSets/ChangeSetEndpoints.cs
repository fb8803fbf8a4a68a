using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>Change sets are made, read and replaced here; what is decided on them stands in <see cref="ChangeActions"/>.</summary>
public sealed class ChangeSetEndpoints(ChangeSetStore sets, ChangeItems items, Submission submission, IdempotentWrites writes, PlanCatalogue catalogue)
{
    private const int MostBytes = 10 * 1024 * 1024;
    private const int LongestTitle = 200;
    private const int LongestBasis = 500;

    private static readonly FrozenSet<string> OneParameters = FrozenSet.Create("after", "limit");

    public async Task<ContentHttpResult> List(Actor actor, HttpContext context)
    {
        var listed = await sets.List(actor, ChangeSetQuery.Read(context.Request.Query, catalogue), context.RequestAborted);
        return JsonText.Answer(new JsonObject { ["change_sets"] = listed });
    }

    public async Task<ContentHttpResult> One(string id, Actor actor, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, OneParameters);
        var (after, most) = (query.After(), query.Limit(ChangeSetStore.MostItems, ChangeSetStore.MostItems));
        return Answer(context, StatusCodes.Status200OK, await sets.Find(actor, Id(id), after, most, context.RequestAborted));
    }

    public async Task<ContentHttpResult> Places(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(new JsonObject { ["places"] = await sets.Places(actor, Id(id), context.RequestAborted) });
    }

    public async Task<ContentHttpResult> Create(Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "title", "basis", "features", "drafts", "submit", ChangeItems.KeepStale);
        var (title, basis, drafts, submit) = (RequestBody.RequiredText(body.Json, "title", LongestTitle), RequestBody.RequiredText(body.Json, "basis", LongestBasis), Drafts(body.Json), IsSubmitted(body.Json));
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status201Created, async (connection, cancel) =>
        {
            var made = (await connection.Call(
                "create_change_set($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, title, basis,
                await items.Read(body.Json, drafts, actor, context.Request, connection, cancel), drafts))!;
            return submit ? await Submitted(made, actor, connection, cancel) : made;
        });
        return Created(context, status, answer);
    }

    public async Task<ContentHttpResult> Replace(string id, Actor actor, HttpContext context)
    {
        var (set, seen) = (Id(id), VersionTag.Seen(context.Request, Thing(id)));
        var body = await RequestBody.Read(context.Request, MostBytes, "title", "basis", "features", "drafts", "submit", ChangeItems.KeepStale);
        var (title, basis, drafts, submit) = (RequestBody.RequiredText(body.Json, "title", LongestTitle), RequestBody.RequiredText(body.Json, "basis", LongestBasis), Drafts(body.Json), IsSubmitted(body.Json));
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
        {
            var replaced = (await connection.Call(
                "replace_change_set($1, $2, $3, $4, $5, $6, $7, $8)", cancel, actor.WrittenAs, actor.Roles, set, seen, title, basis,
                await items.Read(body.Json, drafts, actor, made: null, connection, cancel), drafts))!;
            return submit ? await Submitted(replaced, actor, connection, cancel) : replaced;
        });
        return Answer(context, status, answer);
    }

    /// <summary>What a set is called in its ETag.</summary>
    public static string Thing(string id) => $"change-set-{id}";

    public static long Id(string id) => PathId.Number(id, ChangeSetStore.UnknownCode);

    public static ContentHttpResult Created(HttpContext context, int status, JsonNode set)
    {
        context.Response.Headers.Location = $"{context.Request.PathBase}/api/change-sets/{(long)set["id"]!}";
        return Answer(context, status, set);
    }

    public static ContentHttpResult Answer(HttpContext context, int status, JsonNode set)
    {
        context.Response.Headers.ETag = VersionTag.Of(Thing(((long)set["id"]!).ToString(CultureInfo.InvariantCulture)), (int)set["version"]!);
        return JsonText.Answer(set, status);
    }

    /// <summary>Whether what a body writes shall be submitted at once.</summary>
    public static bool IsSubmitted(JsonObject body) => RequestBody.Flag(body, "submit");

    /// <summary>Writing and submitting are one: what is refused leaves the drafts as they were.</summary>
    private Task<JsonNode> Submitted(JsonNode written, Actor actor, Npgsql.NpgsqlConnection connection, CancellationToken cancel) =>
        submission.Submit(actor, (long)written["id"]!, (int)written["version"]!, null, connection, cancel);

    private static List<Guid> Drafts(JsonObject body) => body["drafts"] switch
    {
        null => [],
        JsonArray { Count: <= ChangeItems.Most } list when list.All(id => id is JsonValue value && value.TryGetValue<string>(out var text) && Guid.TryParseExact(text, "D", out _)) =>
            [.. list.Select(id => Guid.ParseExact((string)id!, "D")).Distinct()],
        _ => throw RequestBody.Invalid("property-type", new { property = "drafts", type = "array of ids" }),
    };
}
