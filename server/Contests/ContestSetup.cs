using System.Net.Mime;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Contests;

/// <summary>"This is wrong": said by anybody, answered by reviewers.</summary>
public static class ContestSetup
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddContests(this IServiceCollection services)
    {
        services.AddSingleton<ContestStore>();
        services.AddSingleton<ContestLimit>();
        services.AddSingleton<ContestEndpoints>();
        services.AddSingleton<ContestTasks>();
        services.AddHostedService<ContactExpiry>();
    }

    public static void MapContests(this WebApplication app)
    {
        var (open, tasks) = (app.Services.GetRequiredService<ContestEndpoints>(), app.Services.GetRequiredService<ContestTasks>());
        var contests = app.MapGroup("/api/contests").Offers(MediaTypeNames.Application.Json);
        contests.MapMethods("", GetOrHead, open.Terms).AllowAnonymous();
        contests.MapPost("", (Delegate)open.Submit).AllowAnonymous();
        contests.MapMethods("/{reference}", GetOrHead, open.One).AllowAnonymous();
        contests.MapPost("/{reference}/answer", tasks.Answer).Needs(Role.Reviewer);
        app.MapMethods("/api/review-queue/contests", GetOrHead, tasks.List).Needs(Role.Reviewer).Offers(MediaTypeNames.Application.Json);
    }
}
