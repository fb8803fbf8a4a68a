using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Web;

/// <summary>Live: the process answers. Ready: migrated, loaded, and the database answers.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" }));
        app.MapGet("/health/ready", Ready);
    }

    private static async Task<IResult> Ready(Migrator migrator, RevisionStore revisions, HttpContext context, CancellationToken cancel)
    {
        if (!await migrator.IsUpToDate(cancel))
        {
            throw RequestException.Away("not-migrated");
        }

        if (!await revisions.IsLoaded(cancel))
        {
            throw RequestException.Away("not-loaded");
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new { status = "ready", revision = await revisions.Current(cancel) });
    }
}
