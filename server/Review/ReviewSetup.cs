using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Review;

/// <summary>What people need to decide on change sets well; what is decided stands in <see cref="ChangeSets.ChangeActions"/>.</summary>
public static class ReviewSetup
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton<CommentEndpoints>();
        services.AddSingleton<ClaimEndpoints>();
        services.AddSingleton<QueueEndpoints>();
        services.AddSingleton<NotificationEndpoints>();
        services.AddSingleton<DecisionStore>();
        services.AddSingleton<DecisionEndpoints>();
        services.AddSingleton<CheckEndpoints>();
    }

    public static void MapReview(this WebApplication app)
    {
        var (queue, claims) = (app.Services.GetRequiredService<QueueEndpoints>(), app.Services.GetRequiredService<ClaimEndpoints>());
        app.MapMethods("/api/review-queue", GetOrHead, queue.List).Needs(Role.Reviewer).Offers("application/json");
        app.MapMethods("/api/reviewers", GetOrHead, (Delegate)queue.Reviewers).Needs(Role.Reviewer).Offers("application/json");
        var claimed = app.MapGroup("/api/change-sets/{id}").Needs(Role.Reviewer).Offers("application/json");
        claimed.MapPost("/claim", claims.Claim);
        claimed.MapPost("/release", claims.Release);
        claimed.MapPost("/assign", claims.Assign);

        var decisions = app.Services.GetRequiredService<DecisionEndpoints>();
        app.MapMethods("/api/change-sets/{id}/decisions", GetOrHead, decisions.List).Needs(Role.Staff, Role.Reviewer).Offers("application/json");
        app.MapMethods("/api/decisions/{decision}", GetOrHead, decisions.One).Needs(Role.Staff, Role.Reviewer).Offers("application/json");

        app.MapMethods("/api/change-sets/{id}/checks", GetOrHead, app.Services.GetRequiredService<CheckEndpoints>().Compare).Needs(Role.Staff, Role.Reviewer).Offers("application/json");

        var notifications = app.Services.GetRequiredService<NotificationEndpoints>();
        var own = app.MapGroup("/api/notifications").NeedsAccount().Offers("application/json");
        own.MapMethods("", GetOrHead, notifications.List);
        own.MapPost("/read", notifications.Read);

        var comments = app.Services.GetRequiredService<CommentEndpoints>();
        var discussed = app.MapGroup("/api/change-sets/{id}/comments").Needs(Role.Staff, Role.Reviewer).Offers("application/json");
        discussed.MapMethods("", GetOrHead, comments.List);
        discussed.MapPost("", comments.Add);
        discussed.MapPost("/{comment}/answer", comments.AnswerIt);
        discussed.MapPost("/{comment}/resolve", comments.Resolve);
        discussed.MapPost("/{comment}/reopen", comments.Reopen);
    }
}
