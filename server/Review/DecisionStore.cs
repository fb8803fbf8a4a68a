using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>Decisions as they were kept when they were made (Functions/decision.sql).</summary>
public sealed class DecisionStore(PlanDatabase database, ChangeSetStore sets)
{
    private const string UnknownCode = "decision-unknown";

    /// <summary>Those on a set, the newest first, without what exactly was decided on.</summary>
    public Task<JsonNode> Of(Actor actor, string set, CancellationToken cancel) => sets.Ask("decisions", actor, ChangeSetEndpoints.Id(set), cancel);

    public async Task<JsonObject> Find(Actor actor, string id, CancellationToken cancel)
    {
        var number = PathId.Number(id, UnknownCode);
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        return (await connection.Call("decision($1, $2, $3)", cancel, actor.WrittenAs, actor.Roles, number) ?? throw Unknown()).AsObject();
    }

    /// <summary>What a decision was about, before and after: the first features of it, and after a return as they have been mended since.</summary>
    public async Task<JsonArray> Items(Actor actor, long set, CancellationToken cancel) =>
        (await sets.Find(actor, set, 0, ChangeSetStore.MostItems, cancel))["items"]!.AsArray();

    private static RequestException Unknown() => RequestException.Unknown(UnknownCode);
}
