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

    public async Task<JsonArray> List(Actor actor, ChangeSetQuery asked, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        return (await connection.Call(
            "change_sets($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, asked.Author?.ToString("D"), asked.State, asked.Before, asked.Limit))!.AsArray();
    }

    /// <summary>One with its items after a position, so many at most.</summary>
    public async Task<JsonNode> Find(Actor actor, long id, int after, int most, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        var set = await connection.Call("change_set($1, $2, $3)", cancel, actor.WrittenAs, actor.Roles, id) ?? throw Unknown();
        set["items"] = await connection.Call("change_items($1, $2, $3, $4, $5)", cancel, actor.WrittenAs, actor.Roles, id, after, most);
        return set;
    }

    /// <summary>Where all of its items were and shall be, however many they are, without what else is said of them.</summary>
    public Task<JsonNode> Places(Actor actor, long id, CancellationToken cancel) => Ask("change_places", actor, id, cancel);

    /// <summary>What a function of schema review, of who asks, their roles and a set, answers to whoever may see the set.</summary>
    /// <exception cref="RequestException">404 change-set-unknown: there is no such set, or not for this person.</exception>
    public async Task<JsonNode> Ask(string function, Actor actor, long id, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        return await connection.Call($"{function}($1, $2, $3)", cancel, actor.WrittenAs, actor.Roles, id) ?? throw Unknown();
    }

    /// <summary>What the author's set would make of its features: {position, collection, code, based_on, properties, geometry, check_reasons}.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Proposed(Actor actor, long id, NpgsqlConnection connection, CancellationToken cancel) =>
        [.. (await connection.Call("proposed($1, $2)", cancel, actor.WrittenAs, id))!.AsArray().OfType<JsonNode>()];

    public const string UnknownCode = "change-set-unknown";

    public static RequestException Unknown() => RequestException.Unknown(UnknownCode);
}
