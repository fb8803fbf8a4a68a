using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>What somebody is told of change sets that concern them, and how many they have not read; nobody reads another's.</summary>
public sealed class NotificationEndpoints(PlanDatabase database)
{
    private const int MostBytes = 1024;
    private const int MostListed = 100;
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("before", "limit");

    public async Task<ContentHttpResult> List(Actor actor, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var (before, most) = (query.Number("before"), query.Limit(MostListed, MostListed));
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        return JsonText.Answer((await connection.Call("notifications($1, $2, $3)", context.RequestAborted, actor.WrittenAs, before, most))!.AsObject());
    }

    /// <summary>All of them up to the newest that was seen, or those of one change set: repeating it changes nothing.</summary>
    public async Task<ContentHttpResult> Read(Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "up_to", "change_set");
        var (upTo, set) = (Id(body.Json, "up_to"), Id(body.Json, "change_set"));
        if (upTo is null && set is null)
        {
            throw RequestBody.Invalid("property-missing", new { property = "up_to" });
        }

        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        return JsonText.Answer(new JsonObject { ["unread"] = await connection.Call("read_notifications($1, $2, $3)", context.RequestAborted, actor.WrittenAs, upTo, set) });
    }

    private static long? Id(JsonObject body, string member) => body[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out var id) && id > 0 => id,
        _ => throw RequestBody.Invalid("property-type", new { property = member, type = "integer" }),
    };
}
