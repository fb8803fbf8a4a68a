using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Plan.Text;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Contests;

/// <summary>Anybody says that something is wrong, and reads with the reference what became of it.</summary>
public sealed class ContestEndpoints(ContestStore contests, ContestLimit limit, ParagraphStore paragraphs, IOptions<PlanOptions> options)
{
    /// <summary>Many times what the longest reason needs.</summary>
    private const int MostBytes = 32 * 1024;

    /// <summary>What the form states before somebody writes how to reach them.</summary>
    public JsonHttpResult<ContestTerms> Terms(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Json(new ContestTerms(options.Value.Contests.KeepDays, VisitorForm.LeastMs), JsonText.SnakeCase);
    }

    public async Task<JsonHttpResult<ContestReceipt>> Submit(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var contest = Contest.Read(await BoundedBody.Read(context.Request, MostBytes)).Checked();
        if (contest.Paragraph is { } paragraph)
        {
            await Find(paragraph, contest.Sentence, cancel);
        }

        limit.Take(context);
        var (reference, secret) = (VisitorSecret.NewReference(groups: 3), VisitorSecret.New());
        var until = await contests.Submit(reference, VisitorSecret.HashOf(secret)!, options.Value.Contests.KeepDays, contest, cancel);
        VisitorForm.KeepPrivate(context);
        var page = $"{PublicAddress.Root(context.Request, options.Value)}/{contest.Language}/contests/";
        return TypedResults.Json(
            new ContestReceipt(reference, page + reference, until, until is null ? null : $"{page}contact/{secret}"), JsonText.SnakeCase, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>{reference, received_at, state: open | answered, what it is about, reason, outcome: accepted | refused, answer, answered_at}.</summary>
    public async Task<ContentHttpResult> One(string reference, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        var found = await contests.Find(reference, context.RequestAborted);
        VisitorForm.KeepPrivate(context);
        return JsonText.Answer(found);
    }

    private async Task Find(string id, int? sentence, CancellationToken cancel)
    {
        var paragraph = await paragraphs.Find(id, cancel) ?? throw RequestException.Unknown("paragraph-unknown", new { paragraph = id });
        if (sentence >= ((paragraph["sentences"] as JsonArray)?.Count ?? 0))
        {
            throw RequestException.Unprocessable("contest-field-invalid", new { field = "sentence" });
        }
    }
}

/// <summary>For how many days a contact is kept, and how long the form is open at least.</summary>
public sealed record ContestTerms(int KeepDays, long LeastMs);

/// <summary>What its writer gets: the reference and the page of it; where a contact was given, until when it is kept and the link that deletes it before.</summary>
public sealed record ContestReceipt(string Reference, string Url, DateTime? KeptUntil, string? DeleteUrl);
