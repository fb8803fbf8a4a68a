using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Editing;

/// <summary>Hangs Part 4 of OGC API Features (create, replace, update, delete) into the OGC API: for staff, by token, and what arrives is a draft.</summary>
public static class EditingSetup
{
    public static void AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<DraftedFeatures>();
        services.AddSingleton<IOwnFeatures>(services => services.GetRequiredService<DraftedFeatures>());
        services.AddSingleton<ItemWrites>();
        services.AddSingleton<IOgcAddition, EditingDescription>();
    }

    public static void MapEditing(this WebApplication app)
    {
        var writes = app.Services.GetRequiredService<ItemWrites>();
        var items = app.MapGroup("/ogc/collections/{collectionId}/items").Needs(Role.Staff).ByToken().Offers(ReceivedFeature.Whole);
        items.MapPost("", writes.Create);
        items.MapPut("/{code}", writes.Replace);
        items.MapPatch("/{code}", writes.Update);
        items.MapDelete("/{code}", writes.Delete);
    }
}
