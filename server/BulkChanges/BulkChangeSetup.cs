using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.BulkChanges;

public static class BulkChangeSetup
{
    public static void AddBulkChanges(this IServiceCollection services)
    {
        services.AddSingleton<BulkPreview>();
        services.AddSingleton<BulkChangeEndpoints>();
    }

    public static void MapBulkChanges(this WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<BulkChangeEndpoints>();
        var bulk = app.MapGroup("/api/change-sets/bulk").Offers("application/json");
        bulk.MapPost("", endpoints.Create).Needs(Role.Staff);
        bulk.MapPost("/preview", (Delegate)endpoints.Preview).Needs(Role.Staff);
    }
}
