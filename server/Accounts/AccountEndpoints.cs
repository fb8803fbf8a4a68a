using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>One's own account: signing in and out, and the password.</summary>
public static class AccountEndpoints
{
    internal const int MostBytes = 16 * 1024;
    internal const string Json = "application/json";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAccounts(this WebApplication app)
    {
        var account = app.MapGroup("/api/account").Offers(Json).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        account.MapMethods("", GetOrHead, Account).NeedsAccount().BeforePassword();
        account.MapPost("/sign-in", SignIn).AllowAnonymous();
        account.MapPost("/sign-out", SignOut).AllowAnonymous();
        account.MapPost("/sign-out/everywhere", SignOutEverywhere).NeedsAccount().InPerson().BeforePassword();
        account.MapPost("/password", ChangePassword).NeedsAccount().InPerson().BeforePassword();
        account.MapTokens();
        app.MapGroup("/api/accounts").Offers(Json).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Needs(Role.Administrator).InPerson().MapAdministration();
    }

    private static Ok<Actor> Account(Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return TypedResults.Ok(actor);
    }

    private static async Task<Ok<Actor>> SignIn(Credentials given, SignIn signIn, Sessions sessions, HttpContext context)
    {
        var account = await signIn.Check(context, Given.Text(given.Name), Given.Text(given.Password));
        await sessions.Begin(context, account);
        return TypedResults.Ok(new Actor(account.Id, account.UserName!, account.Roles) { MustChangePassword = account.TemporaryUntil is not null });
    }

    private static async Task<NoContent> SignOut(Sessions sessions, HttpContext context)
    {
        await sessions.End(context);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutEverywhere(Actor actor, UserManager<Account> users, AccountContext accounts, Sessions sessions, HttpContext context)
    {
        await sessions.End(context);
        var account = await Own(users, actor);
        accounts.Note(Doer.Of(context, actor), "signed-out-everywhere", actor.Id);
        AccountChanges.Done(await users.UpdateSecurityStampAsync(account));
        return TypedResults.NoContent();
    }

    /// <summary>All other sessions end; this one goes on under another secret.</summary>
    private static async Task<NoContent> ChangePassword(PasswordChange given, Actor actor, SignIn signIn, UserManager<Account> users, AccountContext accounts, Sessions sessions, HttpContext context)
    {
        var account = await signIn.Check(context, actor.Name, Given.Text(given.Current));
        if (account.Id != actor.Id)
        {
            throw Actor.NotSignedIn;
        }

        account.TemporaryUntil = null;
        accounts.Note(Doer.Of(context, actor), "password-changed", actor.Id);
        AccountChanges.Done(await users.ChangePasswordAsync(account, PasswordRules.Normal(given.Current), PasswordRules.Normal(Given.Text(given.Next))));
        await sessions.Begin(context, account);
        return TypedResults.NoContent();
    }

    private static async Task<Account> Own(UserManager<Account> users, Actor actor) => await users.FindByIdAsync(actor.Id.ToString()) ?? throw Actor.NotSignedIn;

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Credentials([property: JsonRequired] string Name, [property: JsonRequired] string Password);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record PasswordChange([property: JsonRequired] string Current, [property: JsonRequired] string Next);
}
