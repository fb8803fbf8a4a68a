using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Editing;

/// <summary>The drafts of staff who ask with their token, as features.</summary>
public sealed class DraftedFeatures(PlanDatabase database, PlanCatalogue catalogue) : IOwnFeatures
{
    public async ValueTask<OwnFeatures?> FindFor(HttpContext context, CollectionDefinition collection, string? code = null)
    {
        if (await TokenCredentials.Reader(context) is not { } actor || !actor.Is(Role.Staff) || catalogue.FindCollection(collection.Id) is null)
        {
            return null;
        }

        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        var drafts = (await connection.Call("drafted($1, $2, $3)", context.RequestAborted, actor.WrittenAs, collection.Id, code))!.AsArray();
        return drafts.Count == 0 ? null : new OwnFeatures(drafts.ToDictionary(draft => (string)draft!["code"]!, draft => DraftRow.Of(draft!, collection, catalogue)));
    }
}
