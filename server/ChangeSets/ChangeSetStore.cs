using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>Change sets as somebody may see them.</summary>
public sealed class ChangeSetStore(PlanDatabase database)
{
    /// <summary>How many items an answer has at most; the next ones come after the last position.</summary>
    public const int MostItems = 100;

    public async Task<JsonArray> List(Actor actor, string? state, long? before, int most, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        return (await connection.Call("change_sets($1, $2, $3, $4, $5)", cancel, actor.WrittenAs, actor.Roles, state, before, most))!.AsArray();
    }

    /// <summary>One with its items after a position.</summary>
    public async Task<JsonNode> Find(Actor actor, long id, int after, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        var set = await connection.Call("change_set($1, $2, $3)", cancel, actor.WrittenAs, actor.Roles, id) ?? throw Unknown();
        set["items"] = await Items(actor, id, after, MostItems, connection, cancel);
        return set;
    }

    public static async Task<JsonArray> Items(Actor actor, long id, int after, int most, NpgsqlConnection connection, CancellationToken cancel) =>
        (await connection.Call("change_items($1, $2, $3, $4, $5)", cancel, actor.WrittenAs, actor.Roles, id, after, most))!.AsArray();

    public static RequestException Unknown() => RequestException.Unknown("change-set-unknown");
}
