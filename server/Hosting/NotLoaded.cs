using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Hosting;

/// <summary>Before a catalogue is loaded there is nothing to say of the plan: what the database lacks is said instead.</summary>
public static class NotLoaded
{
    public static void MapNotLoaded(this WebApplication app)
    {
        foreach (var everything in new[] { "/ogc/{**rest}", "/api/{**rest}" })
        {
            app.MapMethods(everything, [HttpMethods.Get, HttpMethods.Head], Why).AllowAnonymous();
        }
    }

    private static async Task<IResult> Why(RevisionStore revisions, HttpContext context)
    {
        // Not what was heard of late: that may be of the moment before the load, and then nobody would wait for the other application.
        await revisions.Current(context.RequestAborted);
        throw RequestException.Away("not-loaded");
    }
}
