using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>A reviewer asks a department for its word on a set, or on one finding of its check; the set waits for it (consultation.sql).</summary>
public sealed class ConsultationEndpoints(ChangeSetStore sets, IdempotentWrites writes)
{
    private const int MostBytes = 16 * 1024;
    private const int LongestText = 2000;
    private const string Content = "no-objection";
    private static readonly string[] Opinions = [Content, "conditions", "objection"];

    /// <summary>{consultations}, in the order in which they were asked.</summary>
    public async Task<ContentHttpResult> List(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(await sets.Ask("consultations", actor, ChangeSetEndpoints.Id(id), context.RequestAborted));
    }

    /// <exception cref="RequestException">422 department-unknown, department-has-nobody; 409 already-asked.</exception>
    public async Task<ContentHttpResult> Ask(string id, Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "department", "question", "collection", "code", "finding");
        RequestBody.RequiredText(body.Json, "department", DraftContent.LongestCode);
        RequestBody.RequiredText(body.Json, "question", LongestText);
        var (collection, code) = (RequestBody.Text(body.Json, "collection", DraftContent.LongestCode), RequestBody.Text(body.Json, "code", DraftContent.LongestCode));
        var finding = RequestBody.Text(body.Json, "finding", LongestText);
        if ((collection is null) != (code is null) || (finding is not null && code is null))
        {
            throw RequestBody.Invalid("property-missing", new { property = code is null ? "code" : "collection" });
        }

        if (finding is not null && !FindingReason.IsFinding(finding))
        {
            throw RequestBody.Invalid("property-type", new { property = "finding", type = "id of a finding" });
        }

        return await Write(id, body, StatusCodes.Status201Created, actor, context, "consult($1, $2, $3, $4)", body.Json);
    }

    /// <summary>{opinion, answer}: no-objection, conditions or objection; whoever is not content says why.</summary>
    public async Task<ContentHttpResult> Answer(string id, string consultation, Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "opinion", "answer");
        var opinion = RequestBody.RequiredText(body.Json, "opinion", DraftContent.LongestCode);
        if (!Opinions.Contains(opinion))
        {
            throw RequestBody.Invalid("property-type", new { property = "opinion", type = string.Join(" | ", Opinions) });
        }

        var answer = opinion == Content ? RequestBody.Text(body.Json, "answer", LongestText) : RequestBody.RequiredText(body.Json, "answer", LongestText);
        return await Give(id, consultation, opinion, answer, body, actor, context);
    }

    /// <summary>{reason}: a word that does not come is waited for no longer.</summary>
    public async Task<ContentHttpResult> TakeBack(string id, string consultation, Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "reason");
        return await Give(id, consultation, "taken-back", RequestBody.RequiredText(body.Json, "reason", LongestText), body, actor, context);
    }

    private Task<ContentHttpResult> Give(string id, string consultation, string opinion, string? answer, RequestBody body, Actor actor, HttpContext context)
    {
        var about = PathId.Number(consultation, "consultation-unknown");
        var given = new JsonObject { ["opinion"] = opinion, ["answer"] = answer };
        return Write(id, body, StatusCodes.Status200OK, actor, context, "give_word($1, $2, $3, $4, $5)", about, given);
    }

    /// <summary>By a function that takes who writes, the set, and these values.</summary>
    private async Task<ContentHttpResult> Write(string id, RequestBody body, int status, Actor actor, HttpContext context, string call, params object[] values)
    {
        var set = ChangeSetEndpoints.Id(id);
        var (answered, answer) = await writes.Once(context, actor, body.Bytes, status, async (connection, cancel) =>
            (await connection.Call(call, cancel, [actor.WrittenAs, actor.Roles, set, .. values]))!);
        return JsonText.Answer(answer, answered);
    }
}
