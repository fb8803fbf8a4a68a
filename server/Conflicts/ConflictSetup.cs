using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Conflicts;

/// <summary>What somebody proposes of a feature that another has changed meanwhile.</summary>
public static class ConflictSetup
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddConflicts(this IServiceCollection services) => services.AddSingleton<ConflictEndpoints>();

    public static void MapConflicts(this WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<ConflictEndpoints>();
        var conflicts = app.MapGroup("/api/change-sets/{id}/conflicts").Offers("application/json");
        conflicts.MapMethods("", GetOrHead, endpoints.List).Needs(Role.Staff, Role.Reviewer);
        conflicts.MapPost("", endpoints.Resolve).Needs(Role.Staff);
    }
}
