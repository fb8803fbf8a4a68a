using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Contests;

/// <summary>What was contested, as the reviewers' task: they see how to reach who wrote, and answer once.</summary>
public sealed class ContestTasks(PlanDatabase database, IdempotentWrites writes)
{
    private const int MostListed = 100;
    private const int MostBytes = 16 * 1024;
    private const int LongestAnswer = 2000;
    private static readonly string[] States = ["open", "answered"];
    private static readonly string[] Outcomes = ["accepted", "refused"];
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("state", "before", "limit");

    public async Task<ContentHttpResult> List(Actor actor, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var state = query.Find("state") ?? States[0];
        if (!States.Contains(state))
        {
            throw QueryReader.Invalid("state", state, States);
        }

        var most = query.Limit(MostListed, MostListed);
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        return JsonText.Answer((await connection.Call("contests($1, $2, $3, $4)", context.RequestAborted, actor.Roles, state, query.Number("before"), most))!);
    }

    public async Task<ContentHttpResult> Answer(string reference, Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "outcome", "answer");
        var outcome = RequestBody.RequiredText(body.Json, "outcome", 20);
        var answer = RequestBody.RequiredText(body.Json, "answer", LongestAnswer);
        if (!Outcomes.Contains(outcome))
        {
            throw RequestBody.Invalid("property-type", new { property = "outcome", type = string.Join(" | ", Outcomes) });
        }

        if (reference.Contains('\0', StringComparison.Ordinal))
        {
            throw RequestException.Unknown(ContestStore.UnknownCode);
        }

        var (status, answered) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
            (await connection.Call("answer_contest($1, $2, $3, $4, $5)", cancel, actor.WrittenAs, actor.Roles, reference.ToUpperInvariant(), outcome, answer))!);
        return JsonText.Answer(answered, status);
    }
}
