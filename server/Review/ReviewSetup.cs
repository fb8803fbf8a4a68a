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
        services.AddSingleton<ContestedFindingEndpoints>();
        services.AddSingleton<DepartmentEndpoints>();
        services.AddSingleton<ConsultationEndpoints>();
    }

    public static void MapReview(this WebApplication app)
    {
        var (queue, claims) = (app.Services.GetRequiredService<QueueEndpoints>(), app.Services.GetRequiredService<ClaimEndpoints>());
        app.MapMethods("/api/review-queue", GetOrHead, queue.List).Needs(Role.Staff, Role.Reviewer).Offers("application/json");
        app.MapMethods("/api/reviewers", GetOrHead, (Delegate)queue.Reviewers).Needs(Role.Reviewer).Offers("application/json");
        var claimed = app.MapGroup("/api/change-sets/{id}").Needs(Role.Reviewer).Offers("application/json");
        claimed.MapPost("/claim", claims.Claim);
        claimed.MapPost("/release", claims.Release);
        claimed.MapPost("/assign", claims.Assign);

        var decisions = app.Services.GetRequiredService<DecisionEndpoints>();
        app.MapMethods("/api/change-sets/{id}/decisions", GetOrHead, decisions.List).Needs(Role.Staff, Role.Reviewer).Offers("application/json");
        app.MapMethods("/api/decisions/{decision}", GetOrHead, decisions.One).Needs(Role.Staff, Role.Reviewer).Offers("application/json");

        app.MapMethods("/api/change-sets/{id}/checks", GetOrHead, app.Services.GetRequiredService<CheckEndpoints>().Compare).Needs(Role.Staff, Role.Reviewer).Offers("application/json");

        var contested = app.Services.GetRequiredService<ContestedFindingEndpoints>();
        app.MapMethods("/api/change-sets/{id}/contested-findings", GetOrHead, contested.List).Needs(Role.Staff, Role.Reviewer).Offers("application/json");
        app.MapPost("/api/change-sets/{id}/contested-findings/answer", contested.Answer).Needs(Role.Reviewer).Offers("application/json");

        var (departments, consultations) = (app.Services.GetRequiredService<DepartmentEndpoints>(), app.Services.GetRequiredService<ConsultationEndpoints>());
        app.MapMethods("/api/departments", GetOrHead, (Delegate)departments.List).Needs(Role.Staff, Role.Reviewer, Role.Administrator).Offers("application/json");
        app.MapPut("/api/accounts/{account}/departments", departments.Set).Needs(Role.Administrator).InPerson().Offers("application/json");
        var consulted = app.MapGroup("/api/change-sets/{id}/consultations").Offers("application/json");
        consulted.MapMethods("", GetOrHead, consultations.List).Needs(Role.Staff, Role.Reviewer);
        consulted.MapPost("", consultations.Ask).Needs(Role.Reviewer);
        consulted.MapPost("/{consultation}/answer", consultations.Answer).Needs(Role.Staff, Role.Reviewer);
        consulted.MapPost("/{consultation}/take-back", consultations.TakeBack).Needs(Role.Reviewer);

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
