using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Conflicts;

/// <summary>
/// What of a set is based on what does not stand any more. Whoever sees the set sees its conflicts; its author alone goes on from
/// what stands, while it is not under review, and it is checked and reviewed as anything else.
/// </summary>
public sealed class ConflictEndpoints(PlanDatabase database, Submission submission, IdempotentWrites writes, PlanCatalogue catalogue)
{
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>How many an answer has at most; the next ones come after the last position.</summary>
    private const int MostListed = 50;

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("after");

    public async Task<ContentHttpResult> List(string id, Actor actor, HttpContext context)
    {
        var after = QueryReader.Of(context.Request.Query, Parameters).After();
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        var (number, conflicts) = await Find(actor, ChangeSetEndpoints.Id(id), after, MostListed, connection, context.RequestAborted);
        return JsonText.Answer(new JsonObject { ["number"] = number, ["conflicts"] = new JsonArray([.. conflicts.Select(conflict => (JsonNode)conflict.ToJson())]) });
    }

    public async Task<ContentHttpResult> Resolve(string id, Actor actor, HttpContext context)
    {
        var (set, seen) = (ChangeSetEndpoints.Id(id), VersionTag.Seen(context.Request, ChangeSetEndpoints.Thing(id)));
        var body = await RequestBody.Read(context.Request, MostBytes, "resolutions", "submit");
        var (resolutions, submit) = (Resolution.Read(body.Json, catalogue), ChangeSetEndpoints.IsSubmitted(body.Json));
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status200OK, async (connection, cancel) =>
        {
            // Another version of the set is said before what it has in conflict.
            var found = await connection.Call("change_set($1, $2, $3)", cancel, actor.WrittenAs, actor.Roles, set) ?? throw ChangeSetStore.Unknown();
            if ((int)found["version"]! != seen)
            {
                throw SeenFeature.Changed();
            }

            var (_, conflicts) = await Find(actor, set, 0, ChangeItems.Most, connection, cancel);
            var open = conflicts.ToDictionary(conflict => (conflict.Collection.Id, conflict.Code));
            var resolved = new JsonArray([.. resolutions.Select(chosen => (JsonNode)Seen(open, chosen).Resolved(chosen))]);
            var merged = (await connection.Call("resolve_conflicts($1, $2, $3, $4, $5)", cancel, actor.WrittenAs, actor.Roles, set, seen, resolved))!;
            return submit ? await submission.Submit(actor, set, (int)merged["version"]!, null, connection, cancel) : merged;
        });
        return ChangeSetEndpoints.Answer(context, status, answer);
    }

    /// <summary>The conflict that somebody has looked at: where another version stands by now, or none is in the way, nothing is written.</summary>
    private static Conflict Seen(Dictionary<(string, string), Conflict> open, Resolution chosen) =>
        open.TryGetValue((chosen.Collection.Id, chosen.Code), out var conflict) && conflict.Stands == chosen.Stands
            ? conflict
            : throw new RequestException(StatusCodes.Status409Conflict, "base-is-stale", new { collection = chosen.Collection.Id, code = chosen.Code, stands = conflict?.Stands });

    private async Task<(long Number, List<Conflict> Conflicts)> Find(Actor actor, long set, int after, int most, NpgsqlConnection connection, CancellationToken cancel)
    {
        var found = await connection.Call("conflicts($1, $2, $3, $4, $5)", cancel, actor.WrittenAs, actor.Roles, set, after, most) ?? throw ChangeSetStore.Unknown();
        return ((long)found["number"]!, [.. found["conflicts"]!.AsArray().OfType<JsonObject>()
            .Select(listed => new Conflict(listed, catalogue.FindCollection((string)listed["collection"]!) ?? throw RequestBody.Invalid("collection-unknown", new { collection = (string)listed["collection"]! })))]);
    }
}
