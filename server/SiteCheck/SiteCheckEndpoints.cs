using System.Collections.Frozen;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What the plan says of a site while it is drawn, and of a place that somebody asks about. Published rows only; nothing is stored.</summary>
public static class SiteCheckEndpoints
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("crs");

    public static void AddSiteCheck(this IServiceCollection services)
    {
        services.AddSingleton<SubjectStore>();
        services.AddSingleton<Duplicates>();
        services.AddSingleton<PendingSubjects>();
        services.AddSingleton<SiteChecker>();
        services.AddSingleton<CheckFreezer>();
        services.AddSingleton<CheckTurns>();
    }

    public static void MapSiteCheck(this WebApplication app) =>
        app.MapPost("/api/projects/check", Check).AllowAnonymous().Offers("application/json");

    private static async Task<FileContentHttpResult> Check(
        SiteChecker checker, SubjectStore store, CheckTurns turns, RevisionStore revisions, HttpContext context, CancellationToken cancel)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var crs = query.Find("crs") is not { } name ? CrsList.Wire
            : CrsList.Find(name) ?? throw RequestException.Malformed("crs-not-supported", new { parameter = "crs", supported = CrsList.Supported.Select(known => known.Code) });
        context.Response.Headers.CacheControl = "no-store";
        turns.Count(context);
        var question = CheckQuestion.Read(await BoundedBody.Read(context.Request, CheckQuestion.MostBytes));
        using var turn = await turns.Take(question.Vertices, cancel);
        var answer = await checker.Check(question, crs, await revisions.Recent(cancel), await ActorOf(context), cancel);
        return TypedResults.Bytes(answer.Write(store.Measure!), "application/json; charset=utf-8");
    }

    /// <summary>Asked only where there are credentials: who draws without an account costs nobody a look. Credentials that are no longer any are those of nobody.</summary>
    private static async Task<Actor?> ActorOf(HttpContext context) =>
        !RequestAudience.Of(context.Request).IsPublic && (await context.AuthenticateAsync(AccountSetup.Scheme)).Principal is { } principal ? Actor.Of(principal) : null;
}
