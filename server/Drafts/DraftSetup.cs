using Microsoft.AspNetCore.Http.Metadata;
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
        services.AddSingleton<AttachmentEndpoints>();
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
        var files = app.Services.GetRequiredService<AttachmentEndpoints>();
        drafts.MapMethods("/{id}/attachments", GetOrHead, files.List);
        // JSON too, though no file is: it is refused as one, after it is known who asks, and not by its header before.
        drafts.MapPost("/{id}/attachments", files.Add).WithMetadata(new AcceptsMetadata([.. AttachmentContent.Supported, "application/json"]));
        drafts.MapMethods("/{id}/attachments/{attachment}", GetOrHead, files.One).Offers(AttachmentContent.Supported);
        drafts.MapDelete("/{id}/attachments/{attachment}", files.Delete);
        app.MapMethods("/api/draft-owners", GetOrHead, (Delegate)endpoints.Owners).Needs(Role.Administrator).Offers("application/json");
    }
}
