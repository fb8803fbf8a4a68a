using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan;

/// <summary>What the plan says beside its map.</summary>
public static class PlanEndpoints
{
    public static void AddPlan(this IServiceCollection services) => services.AddSingleton<TargetStore>();

    public static void MapPlan(this WebApplication app)
    {
        var plan = app.MapGroup("/api/plan").AddEndpointFilter<RevisionFilter>();
        plan.MapGet("/targets", Targets);
    }

    private static async Task<IResult> Targets(TargetStore targets, HttpContext context, CancellationToken cancel)
    {
        foreach (var name in context.Request.Query.Keys)
        {
            throw RequestException.Malformed("parameter-unknown", new { parameter = name });
        }

        return TypedResults.Text(await targets.All(cancel), "application/json");
    }
}
