using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>A reviewer takes a change set upon them, gives it back, or names another; who has it decides on it (claim.sql).</summary>
public sealed class ClaimEndpoints(IdempotentWrites writes)
{
    private const int MostBytes = 1024;

    public Task<ContentHttpResult> Claim(string id, Actor actor, HttpContext context) => Change("claim", id, actor, context);

    public Task<ContentHttpResult> Release(string id, Actor actor, HttpContext context) => Change("release", id, actor, context);

    /// <summary>Also from who has it now, who may be ill; the history says by whom.</summary>
    public Task<ContentHttpResult> Assign(string id, Actor actor, HttpContext context) => Change("assign", id, actor, context);

    private async Task<ContentHttpResult> Change(string action, string id, Actor actor, HttpContext context)
    {
        var (set, seen) = (ChangeSetEndpoints.Id(id), VersionTag.Seen(context.Request, ChangeSetEndpoints.Thing(id)));
        var body = action == "assign" ? await RequestBody.Read(context.Request, MostBytes, "account") : await RequestBody.ReadOrNone(context.Request, MostBytes);
        var claimant = action == "assign" ? RequestBody.RequiredText(body.Json, "account", 36) : null;
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
            (await connection.Call("claim($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, set, seen, action, claimant))!);
        return ChangeSetEndpoints.Answer(context, status, answer);
    }
}
