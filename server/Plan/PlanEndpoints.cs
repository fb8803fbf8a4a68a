using SpatialPlan.Server.Plan.Text;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan;

/// <summary>What the plan says beside its map.</summary>
public static class PlanEndpoints
{
    public static void AddPlan(this IServiceCollection services)
    {
        services.AddSingleton<TargetStore>();
        services.AddSingleton<OutlineStore>();
        services.AddSingleton<ChapterStore>();
        services.AddSingleton<ParagraphStore>();
        services.AddSingleton<TextEndpoints>();
    }

    public static void MapPlan(this WebApplication app)
    {
        var plan = app.MapGroup("/api/plan").AddEndpointFilter<RevisionFilter>();
        plan.MapGet("/targets", Targets);

        var text = app.Services.GetRequiredService<TextEndpoints>();
        plan.MapGet("/outline", (Delegate)text.Outline);
        plan.MapGet("/chapters/{number}", text.Chapter);
        plan.MapGet("/paragraphs/{id}", text.Paragraph);
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
