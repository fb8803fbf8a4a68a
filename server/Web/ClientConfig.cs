using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace SpatialPlan.Server.Web;

/// <summary>What the client must know of this installation, and nothing else.</summary>
public static class ClientConfig
{
    public static void MapClientConfig(this WebApplication app) =>
        app.MapMethods("/api/client-config", [HttpMethods.Get, HttpMethods.Head], (IOptions<PlanOptions> options, HttpContext context) =>
        {
            QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
            var maps = options.Value.BaseMaps;
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Ok(new
            {
                tiandituKey = maps.TiandituKey.Length > 0 ? maps.TiandituKey : null,
                openStreetMap = maps.OpenStreetMap,
            });
        }).AllowAnonymous().Offers("application/json");
}
