using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>One's own account.</summary>
public static class AccountEndpoints
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAccounts(this WebApplication app) =>
        app.MapGroup("/api/account").Offers("application/json").MapMethods("", GetOrHead, Account).NeedsAccount();

    private static Ok<Actor> Account(Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return TypedResults.Ok(actor);
    }
}
