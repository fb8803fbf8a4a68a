using Microsoft.AspNetCore.Mvc;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>
/// Live: the process answers. Ready: migrated, loaded, test collections too where they are set, and the database answers.
/// Either answer names the work beside requests that fails at present, since when and with what code.
/// </summary>
public static class Health
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Who asks whether we are ready wants to know soon.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").Offers("application/json");
        health.MapMethods("/live", GetOrHead, () => TypedResults.Ok(new { status = "live" }));
        health.MapMethods("/ready", GetOrHead, Ready);
    }

    private static async Task<IResult> Ready(PlanDatabase database, RevisionStore revisions, TestCollections tests, WorkStates work, [FromServices] PlanCatalogue? catalogue, HttpContext context, CancellationToken cancel)
    {
        try
        {
            return await ReadyInTime(database, revisions, tests, work, catalogue is not null, context, cancel);
        }
        catch (Exception fault) when (work.Failing.Any() && (fault as RequestException ?? DatabaseProblems.Of(fault)) is { Args: null } problem)
        {
            throw new RequestException(problem.Status, problem.Code, new { failing = Failing(work) });
        }
    }

    private static async Task<IResult> ReadyInTime(PlanDatabase database, RevisionStore revisions, TestCollections tests, WorkStates work, bool hasCatalogue, HttpContext context, CancellationToken cancel)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            time.CancelAfter(Patience);
            return await Ask(database, revisions, tests, work, hasCatalogue, context, time.Token).WaitAsync(Patience, cancel);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw RequestException.Away("database-away");
        }
    }

    // Connections of staff, which pages do not use, and what the listener hears: a crowd does not make us look ill.
    private static async Task<IResult> Ask(PlanDatabase database, RevisionStore revisions, TestCollections tests, WorkStates work, bool hasCatalogue, HttpContext context, CancellationToken cancel)
    {
        if (!await SchemaVersion.IsInstalled(database.Staff, cancel))
        {
            throw RequestException.Away("not-migrated");
        }

        if (!await revisions.IsLoaded(cancel))
        {
            throw RequestException.Away("not-loaded");
        }

        if (!hasCatalogue)
        {
            // Loaded since this application was built: another one takes its place, and answers this as well.
            await revisions.Current(cancel);
            throw RequestException.Away("not-loaded");
        }

        if (tests.AreAwaited)
        {
            throw RequestException.Away("test-collections-not-loaded");
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new { status = "ready", revision = (await revisions.Recent(cancel)).Number, failing = Failing(work) });
    }

    /// <summary>A code and no message: whoever may ask whether we are ready need not know where the database is.</summary>
    private static object[] Failing(WorkStates work) =>
        [.. work.Failing.Select(entry => new { work = entry.Key, since = entry.Value.Since, attempts = entry.Value.Attempts, code = DatabaseProblems.Of(entry.Value.Fault)?.Code ?? (entry.Value.Fault as SetupException)?.Code ?? "unexpected" })];
}
