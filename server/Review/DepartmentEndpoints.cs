using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>Which departments there are, and who speaks for them (account_department.sql).</summary>
public sealed class DepartmentEndpoints(PlanDatabase database)
{
    private const int MostBytes = 4 * 1024;

    /// <summary>{departments: [{code, zh, en, is_mine, members}]}.</summary>
    public async Task<ContentHttpResult> List(Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        return JsonText.Answer((await connection.Call("departments($1)", context.RequestAborted, actor.WrittenAs))!);
    }

    /// <summary>Says for which departments an account speaks, all of them; answers {departments}, their codes.</summary>
    /// <exception cref="RequestException">404 account-unknown, 422 department-unknown.</exception>
    public async Task<ContentHttpResult> Set(string account, Actor actor, HttpContext context)
    {
        var id = PathId.Uuid(account, "account-unknown");
        var body = await RequestBody.Read(context.Request, MostBytes, "departments");
        var codes = body.Json["departments"] is JsonArray { Count: <= 20 } list && list.All(code => code is JsonValue value && value.TryGetValue<string>(out _))
            ? list.Select(code => (string)code!).Distinct().ToArray()
            : throw RequestBody.Invalid("property-type", new { property = "departments", type = "array of codes" });
        if (codes.Any(code => code.Contains('\0', StringComparison.Ordinal)))
        {
            throw RequestBody.Invalid("nul-character", new { property = "departments" });
        }

        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        var kept = await connection.Call("set_departments($1, $2, $3, $4)", context.RequestAborted, actor.WrittenAs, id, codes, ClientAddress.Of(context));
        return JsonText.Answer(new JsonObject { ["departments"] = kept });
    }
}
