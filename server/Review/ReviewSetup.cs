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
    }

    public static void MapReview(this WebApplication app)
    {
        var comments = app.Services.GetRequiredService<CommentEndpoints>();
        var discussed = app.MapGroup("/api/change-sets/{id}/comments").Needs(Role.Staff, Role.Reviewer).Offers("application/json");
        discussed.MapMethods("", GetOrHead, comments.List);
        discussed.MapPost("", comments.Add);
        discussed.MapPost("/{comment}/answer", comments.AnswerIt);
        discussed.MapPost("/{comment}/resolve", comments.Resolve);
        discussed.MapPost("/{comment}/reopen", comments.Reopen);
    }
}
