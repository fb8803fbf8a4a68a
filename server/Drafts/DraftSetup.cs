using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Drafts;

public static class DraftSetup
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddDrafts(this IServiceCollection services)
    {
        services.AddSingleton<IdempotentWrites>();
        services.AddSingleton<DraftEndpoints>();
    }

    public static void MapDrafts(this WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<DraftEndpoints>();
        var drafts = app.MapGroup("/api/drafts").Needs(Role.Staff).Offers("application/json");
        drafts.MapMethods("", GetOrHead, endpoints.List);
        drafts.MapPost("", endpoints.Create);
        drafts.MapMethods("/{id}", GetOrHead, endpoints.One);
        drafts.MapPut("/{id}", endpoints.Save);
        drafts.MapDelete("/{id}", endpoints.Delete);
        app.MapMethods("/api/draft-owners", GetOrHead, (Delegate)endpoints.Owners).Needs(Role.Administrator).Offers("application/json");
    }
}
