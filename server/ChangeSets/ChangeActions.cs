using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>What becomes of a change set. Which action a state allows, and to whom, is the table plan.review_transition and stands nowhere here.</summary>
public sealed class ChangeActions(Submission submission, IdempotentWrites writes)
{
    private const int MostBytes = 64 * 1024;
    private const int LongestComment = 2000;
    private const int LongestTitle = 200;
    private const int LongestBasis = 500;

    public Task<ContentHttpResult> Submit(string id, Actor actor, HttpContext context) => Act("submit", id, actor, context, submission.Submit);

    public Task<ContentHttpResult> Withdraw(string id, Actor actor, HttpContext context) => Act("withdraw", id, actor, context);

    public Task<ContentHttpResult> Approve(string id, Actor actor, HttpContext context) => Act("approve", id, actor, context);

    /// <summary>Whoever sends something back says why.</summary>
    public Task<ContentHttpResult> Return(string id, Actor actor, HttpContext context) => Act("return", id, actor, context, needsComment: true);

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

    private async Task<ContentHttpResult> Act(
        string action, string id, Actor actor, HttpContext context, Func<Actor, long, int, string?, NpgsqlConnection, CancellationToken, Task<JsonNode>>? act = null, bool needsComment = false)
    {
        var (set, seen) = (ChangeSetEndpoints.Id(id), VersionTag.Seen(context.Request, ChangeSetEndpoints.Thing(id)));
        var body = await RequestBody.ReadOrNone(context.Request, MostBytes, "comment");
        var comment = needsComment ? RequestBody.RequiredText(body.Json, "comment", LongestComment) : RequestBody.Text(body.Json, "comment", LongestComment);
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
            act is not null
                ? await act(actor, set, seen, comment, connection, cancel)
                : (await connection.Call("act($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, set, seen, action, comment))!);
        return ChangeSetEndpoints.Answer(context, status, answer);
    }
}
