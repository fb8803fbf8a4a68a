using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>What a body says of features, completed to what the set makes of each: what is not named stays as it stands.</summary>
public sealed class ChangeItems(PlanCatalogue catalogue)
{
    public const int Most = 10_000;

    /// <summary>The member of a body by which a base that does not stand any more is kept: a conflict, to be resolved (server/Conflicts).</summary>
    public const string KeepStale = "keep_stale";

    /// <summary>The items of <c>features</c> and <c>drafts</c>, in their order, as review.create_change_set takes them.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="drafts">The ids of <c>drafts</c>.</param>
    /// <param name="actor">Whose they are.</param>
    /// <param name="made">What makes a set: of one feature it may say by If-Match which version was seen. Null where If-Match is of the set itself.</param>
    /// <param name="connection">Of staff.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<JsonArray> Read(JsonObject body, IReadOnlyList<Guid> drafts, Actor actor, HttpRequest? made, NpgsqlConnection connection, CancellationToken cancel)
    {
        var given = body["features"] switch
        {
            null => [],
            JsonArray list => list.Select(Change.Of).ToList(),
            _ => throw RequestBody.Invalid("property-type", new { property = "features", type = "array" }),
        };
        if (given.Count + drafts.Count is 0 or > Most)
        {
            throw RequestBody.Invalid(given.Count + drafts.Count == 0 ? "change-set-empty" : "too-many-features", new { maximum = Most });
        }

        var changes = given.ConvertAll(part => Change.Read(part, catalogue));
        foreach (var id in drafts)
        {
            var draft = await connection.Call("draft($1, $2)", cancel, actor.WrittenAs, id) ?? throw RequestException.Unknown("draft-unknown");
            changes.AddRange(DraftChanges.Of(draft, (double?)await connection.Call("area_of($1)", cancel, draft["geometry"]), catalogue));
        }

        if (made?.Headers.IfMatch.Count > 0)
        {
            changes = changes is [var only] ? [only with { BasedOn = await SeenFeature.Base(made, only.Collection.Id, only.Code, only.BasedOn, connection, cancel) }] : throw SeenFeature.Changed();
        }

        var standing = await Features("standing", changes, connection, cancel);
        var seen = RequestBody.Flag(body, KeepStale)
            ? await Features("stood", changes.FindAll(change => change.BasedOn is not null && !change.IsBeside && (int?)Of(standing, change)?["version"] != change.BasedOn), connection, cancel)
            : [];
        return new JsonArray([.. changes.Select(change => (JsonNode)change.Item(Of(standing, change), Of(seen, change)))]);
    }

    private static JsonNode? Of(Dictionary<(string, string), JsonNode> features, Change change) => features.GetValueOrDefault((change.Collection.Id, change.Code ?? ""));

    /// <summary>The features of changes, as a function of schema review answers for {collection, code, version}.</summary>
    private static async Task<Dictionary<(string, string), JsonNode>> Features(string function, IEnumerable<Change> changes, NpgsqlConnection connection, CancellationToken cancel)
    {
        var asked = new JsonArray([.. changes.Where(change => change.Code is not null)
            .Select(change => (JsonNode)new JsonObject { ["collection"] = change.Collection.Id, ["code"] = change.Code, ["version"] = change.BasedOn })]);
        var found = new Dictionary<(string, string), JsonNode>();
        if (asked.Count == 0)
        {
            return found;
        }

        await using var command = new NpgsqlCommand($"select s::text from review.{function}($1) s", connection) { CommandTimeout = StaffCalls.SilenceSeconds };
        command.Parameters.Add(new() { Value = asked.ToJsonString(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var feature = JsonNode.Parse(reader.GetString(0))!;
            found[((string)feature["collection"]!, (string)feature["code"]!)] = feature;
        }

        return found;
    }
}
