using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>Findings of the check that the author of a set has contested: the tasks of who reviews it (contested_finding.sql).</summary>
public sealed class ContestedFindingEndpoints(ChangeSetStore sets, IdempotentWrites writes)
{
    private const int MostBytes = 16 * 1024;
    private const int LongestAnswer = 2000;
    private const int LongestFinding = 250;
    private static readonly string[] Outcomes = ["accepted", "refused"];

    /// <summary>{findings}, in the order of the check; who answers none yet has null there.</summary>
    public async Task<ContentHttpResult> List(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(await sets.Ask("contested_findings", actor, ChangeSetEndpoints.Id(id), context.RequestAborted));
    }

    /// <summary>Accepts or refuses one, with a word; answers {findings} as they are now.</summary>
    /// <exception cref="RequestException">404 finding-not-contested; 409 in another state, or where another reviewer has the set; 403 of one's own.</exception>
    public async Task<ContentHttpResult> Answer(string id, Actor actor, HttpContext context)
    {
        var set = ChangeSetEndpoints.Id(id);
        var body = await RequestBody.Read(context.Request, MostBytes, "collection", "code", "finding", "outcome", "answer");
        RequestBody.RequiredText(body.Json, "collection", DraftContent.LongestCode);
        RequestBody.RequiredText(body.Json, "code", DraftContent.LongestCode);
        RequestBody.RequiredText(body.Json, "finding", LongestFinding);
        RequestBody.RequiredText(body.Json, "answer", LongestAnswer);
        if (!Outcomes.Contains(RequestBody.RequiredText(body.Json, "outcome", LongestFinding)))
        {
            throw RequestBody.Invalid("property-type", new { property = "outcome", type = string.Join(" | ", Outcomes) });
        }

        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
            (await connection.Call("answer_finding($1, $2, $3, $4)", cancel, actor.WrittenAs, actor.Roles, set, body.Json))!);
        return JsonText.Answer(answer, status);
    }
}
