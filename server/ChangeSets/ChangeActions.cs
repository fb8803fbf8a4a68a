using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>What becomes of a change set. Which action a state allows, and to whom, is the table plan.review_transition and stands nowhere here.</summary>
public sealed class ChangeActions(Submission submission, PresentChecks checks, IdempotentWrites writes)
{
    private const int MostBytes = 512 * 1024;
    private const int LongestComment = 2000;
    private const int LongestTitle = 200;
    private const int LongestBasis = 500;

    public Task<ContentHttpResult> Submit(string id, Actor actor, HttpContext context) => Act("submit", id, actor, context, (_, set, seen, comment, connection, cancel) => submission.Submit(actor, set, seen, comment, connection, cancel));

    public Task<ContentHttpResult> Withdraw(string id, Actor actor, HttpContext context) => Act("withdraw", id, actor, context);

    /// <summary>All of it, or all but what is excluded, which goes back to its author.</summary>
    public Task<ContentHttpResult> Approve(string id, Actor actor, HttpContext context) =>
        Act("approve", id, actor, context, (body, set, seen, comment, connection, cancel) => Decide("approve", actor, set, seen, comment, Exclusions.Read(body), connection, cancel), Exclusions.Member);

    /// <summary>Whoever sends something back says why.</summary>
    public Task<ContentHttpResult> Return(string id, Actor actor, HttpContext context) =>
        Act("return", id, actor, context, (body, set, seen, comment, connection, cancel) =>
            Decide("return", actor, set, seen, comment ?? throw RequestBody.Invalid("property-missing", new { property = "comment" }), [], connection, cancel));

    /// <summary>A set of its own that makes of everything what it was before an approved one; it is reviewed as any other.</summary>
    public async Task<ContentHttpResult> Undo(string id, Actor actor, HttpContext context)
    {
        var (set, seen) = (ChangeSetEndpoints.Id(id), VersionTag.Seen(context.Request, ChangeSetEndpoints.Thing(id)));
        var body = await RequestBody.Read(context.Request, MostBytes, "title", "basis");
        var (title, basis) = (RequestBody.RequiredText(body.Json, "title", LongestTitle), RequestBody.RequiredText(body.Json, "basis", LongestBasis));
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status201Created, async (connection, cancel) =>
        {
            var reversed = await connection.Call("reversed($1, $2, $3, $4)", cancel, actor.WrittenAs, actor.Roles, set, seen);
            return (await connection.Call("create_change_set($1, $2, $3, $4, $5, $6, $7)", cancel, actor.WrittenAs, actor.Roles, title, basis, reversed, Array.Empty<Guid>(), set))!;
        });
        return ChangeSetEndpoints.Created(context, status, answer);
    }

    /// <summary>The checks of its sites are kept with the decision as they are now.</summary>
    private async Task<JsonNode> Decide(string action, Actor actor, long set, int seen, string? comment, JsonArray excluded, NpgsqlConnection connection, CancellationToken cancel)
    {
        var now = await checks.Of(actor, set, connection, cancel);
        return (await connection.Call("act($1, $2, $3, $4, $5, $6, $7, $8, $9)", cancel, actor.WrittenAs, actor.Roles, set, seen, action, comment, new JsonArray(), excluded, now))!;
    }

    private async Task<ContentHttpResult> Act(
        string action, string id, Actor actor, HttpContext context, Func<JsonObject, long, int, string?, NpgsqlConnection, CancellationToken, Task<JsonNode>>? act = null, params string[] members)
    {
        var (set, seen) = (ChangeSetEndpoints.Id(id), VersionTag.Seen(context.Request, ChangeSetEndpoints.Thing(id)));
        var body = await RequestBody.ReadOrNone(context.Request, MostBytes, ["comment", .. members]);
        var comment = RequestBody.Text(body.Json, "comment", LongestComment);
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
            act is not null
                ? await act(body.Json, set, seen, comment, connection, cancel)
                : (await connection.Call("act($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, set, seen, action, comment))!);
        return ChangeSetEndpoints.Answer(context, status, answer);
    }
}
