using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Editing;

/// <summary>The drafts of staff who ask with their token, as features.</summary>
public sealed class DraftedFeatures(PlanDatabase database, PlanCatalogue catalogue) : IOwnFeatures
{
    public async ValueTask<OwnFeatures?> FindFor(HttpContext context, CollectionDefinition collection, string? code = null) =>
        await TokenCredentials.Reader(context) is { } actor && actor.Is(Role.Staff) && catalogue.FindCollection(collection.Id) is not null
            ? await Of(actor, collection, code, context.RequestAborted)
            : null;

    /// <summary>Those of somebody, in a collection of the plan; null where there are none.</summary>
    public async Task<OwnFeatures?> Of(Actor actor, CollectionDefinition collection, string? code, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        var drafts = (await connection.Call("drafted($1, $2, $3)", cancel, actor.WrittenAs, collection.Id, code))!.AsArray();
        return drafts.Count == 0 ? null : new OwnFeatures(drafts.ToDictionary(draft => (string)draft!["code"]!, draft => DraftRow.Of(draft!, collection, catalogue)));
    }
}
