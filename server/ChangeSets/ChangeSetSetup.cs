using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.ChangeSets;

public static class ChangeSetSetup
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddChangeSets(this IServiceCollection services)
    {
        services.AddSingleton<ChangeSetStore>();
        services.AddSingleton<ChangeItems>();
        services.AddSingleton<SubmissionChecks>();
        services.AddSingleton<SiteSubmission>();
        services.AddSingleton<PresentChecks>();
        services.AddSingleton<Submission>();
        services.AddSingleton<ChangeSetEndpoints>();
        services.AddSingleton<ChangeActions>();
        services.AddSingleton<EvidenceEndpoints>();
    }

    public static void MapChangeSets(this WebApplication app)
    {
        var (endpoints, actions) = (app.Services.GetRequiredService<ChangeSetEndpoints>(), app.Services.GetRequiredService<ChangeActions>());
        var sets = app.MapGroup("/api/change-sets").Offers("application/json");
        sets.MapMethods("", GetOrHead, endpoints.List).Needs(Role.Staff, Role.Reviewer);
        sets.MapMethods("/{id}", GetOrHead, endpoints.One).Needs(Role.Staff, Role.Reviewer);
        sets.MapMethods("/{id}/places", GetOrHead, endpoints.Places).Needs(Role.Staff, Role.Reviewer);
        sets.MapPost("", endpoints.Create).Needs(Role.Staff);
        sets.MapPut("/{id}", endpoints.Replace).Needs(Role.Staff);
        sets.MapPost("/{id}/submit", actions.Submit).Needs(Role.Staff);
        sets.MapPost("/{id}/withdraw", actions.Withdraw).Needs(Role.Staff);
        sets.MapPost("/{id}/approve", actions.Approve).Needs(Role.Reviewer);
        sets.MapPost("/{id}/return", actions.Return).Needs(Role.Reviewer);
        var evidence = app.Services.GetRequiredService<EvidenceEndpoints>();
        sets.MapMethods("/{id}/evidence", GetOrHead, evidence.All).Needs(Role.Staff, Role.Reviewer);
        sets.MapMethods("/{id}/attachments/{attachment}", GetOrHead, evidence.Attachment).Needs(Role.Staff, Role.Reviewer).Offers(Drafts.AttachmentContent.Supported);
        sets.MapPost("/{id}/undo", actions.Undo).Needs(Role.Staff);
    }
}
