using SpatialPlan.Server.Plan.Coordinates;
using SpatialPlan.Server.Plan.Gaps;
using SpatialPlan.Server.Plan.Industries;
using SpatialPlan.Server.Plan.Policies;
using SpatialPlan.Server.Plan.Text;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan;

/// <summary>What the plan says beside its map.</summary>
public static class PlanEndpoints
{
    private const string Json = "application/json";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPlan(this IServiceCollection services)
    {
        services.AddSingleton<TargetStore>();
        services.AddSingleton<OutlineStore>();
        services.AddSingleton<ChapterStore>();
        services.AddSingleton<ParagraphStore>();
        services.AddSingleton<TextEndpoints>();
        services.AddSingleton<GapStore>();
        services.AddSingleton<IndustryStore>();
        services.AddSingleton<PolicyStore>();
    }

    public static void MapPlan(this WebApplication app)
    {
        var plan = app.MapGroup("/api/plan").AllowAnonymous().AddEndpointFilter<RevisionFilter>().Offers(Json);
        plan.MapMethods("/targets", GetOrHead, (Delegate)TargetEndpoints.Targets);
        plan.MapMethods("/gaps", GetOrHead, GapEndpoints.Gaps);
        plan.MapMethods("/policies", GetOrHead, (Delegate)PolicyEndpoints.Policies);

        var text = app.Services.GetRequiredService<TextEndpoints>();
        plan.MapMethods("/outline", GetOrHead, (Delegate)text.Outline);
        plan.MapMethods("/chapters/{number}", GetOrHead, text.Chapter);
        plan.MapMethods("/paragraphs/{id}", GetOrHead, text.Paragraph);

        app.MapGroup("/api/catalogue").AllowAnonymous().AddEndpointFilter<RevisionFilter>().Offers(Json).MapMethods("", GetOrHead, CatalogueEndpoints.Catalogue);
        app.MapMethods("/api/coordinates", GetOrHead, (Delegate)CoordinateEndpoints.Coordinates).AllowAnonymous().Offers(Json);
        app.MapGroup("/api/industries").AllowAnonymous().AddEndpointFilter<RevisionFilter>().Offers(Json).MapMethods("/{chain}", GetOrHead, IndustryEndpoints.Industry);
    }
}
