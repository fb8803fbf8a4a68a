using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>
/// What people say about a change set while it is reviewed, pinned to a feature of it, to a property or to a place. Nothing
/// that was said is changed: answers and resolutions are entries of their own, so that nobody needs to say what was seen.
/// </summary>
public sealed class CommentEndpoints(ChangeSetStore sets, PlanCatalogue catalogue, IdempotentWrites writes)
{
    private const int MostBytes = 16 * 1024;
    private const int LongestText = 2000;

    public async Task<ContentHttpResult> List(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(new JsonObject { ["comments"] = await sets.Ask("comments", actor, ChangeSetEndpoints.Id(id), context.RequestAborted) });
    }

    public async Task<ContentHttpResult> Add(string id, Actor actor, HttpContext context)
    {
        var set = ChangeSetEndpoints.Id(id);
        var body = await RequestBody.Read(context.Request, MostBytes, "text", "collection", "code", "property", "place");
        var said = Read(body.Json);
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status201Created, async (connection, cancel) =>
            (await connection.Call("add_comment($1, $2, $3, $4)", cancel, actor.WrittenAs, actor.Roles, set, said))!);
        return JsonText.Answer(answer, status);
    }

    public Task<ContentHttpResult> AnswerIt(string id, string comment, Actor actor, HttpContext context) => AddTo("answer", id, comment, actor, context);

    public Task<ContentHttpResult> Resolve(string id, string comment, Actor actor, HttpContext context) => AddTo("resolve", id, comment, actor, context);

    public Task<ContentHttpResult> Reopen(string id, string comment, Actor actor, HttpContext context) => AddTo("reopen", id, comment, actor, context);

    private async Task<ContentHttpResult> AddTo(string action, string id, string comment, Actor actor, HttpContext context)
    {
        var (set, about) = (ChangeSetEndpoints.Id(id), PathId.Number(comment, "comment-unknown"));
        var body = action == "answer" ? await RequestBody.Read(context.Request, MostBytes, "text") : await RequestBody.ReadOrNone(context.Request, MostBytes, "text");
        var text = action == "answer" ? RequestBody.RequiredText(body.Json, "text", LongestText) : RequestBody.Text(body.Json, "text", LongestText);
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
            (await connection.Call("add_to_comment($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, set, about, action, text))!);
        return JsonText.Answer(answer, status);
    }

    /// <summary>What it is pinned to is known to the catalogue; that the set has the feature is looked at where the set is.</summary>
    private JsonObject Read(JsonObject body)
    {
        var said = new JsonObject { ["text"] = RequestBody.RequiredText(body, "text", LongestText), ["place"] = Place(body) };
        if (RequestBody.Text(body, "code", DraftContent.LongestCode) is { } code)
        {
            var collection = DraftContent.Collection(body, catalogue);
            (said["collection"], said["code"]) = (collection.Id, code);
            if (RequestBody.Text(body, "property", DraftContent.LongestCode) is { } property)
            {
                said["property"] = collection.FindProperty(property)?.Name ?? throw RequestBody.Invalid("property-unknown", new { property, collection = collection.Id });
            }
        }
        else if (body["collection"] is not null || body["property"] is not null)
        {
            throw RequestBody.Invalid("property-missing", new { property = "code" });
        }

        return said;
    }

    private static JsonArray? Place(JsonObject body) => body["place"] switch
    {
        null => null,
        JsonArray { Count: 2 } pair when Degrees(pair[0], 180) is { } longitude && Degrees(pair[1], 90) is { } latitude => new JsonArray(longitude, latitude),
        _ => throw RequestBody.Invalid("property-type", new { property = "place", type = "[longitude, latitude]" }),
    };

    private static double? Degrees(JsonNode? value, double most) =>
        value is JsonValue number && number.TryGetValue<double>(out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
