using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>All accounts, for administrators.</summary>
public static class AdministrationEndpoints
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAdministration(this RouteGroupBuilder accounts)
    {
        accounts.MapMethods("", GetOrHead, All);
        accounts.MapPost("", Add);
        accounts.MapPut("/{account}/roles", SetRoles);
        accounts.MapPost("/{account}/reset", Reset);
        accounts.MapPost("/{account}/disable", Disable);
        accounts.MapPost("/{account}/enable", Enable);
    }

    private static async Task<Ok<AccountList>> All(AccountChanges changes, TimeProvider time, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return TypedResults.Ok(new AccountList([.. (await changes.All(context.RequestAborted)).Select(account => ListedAccount.Of(account, time.GetUtcNow()))]));
    }

    private static async Task<Created<GivenPassword>> Add(NewAccount given, AccountChanges changes, Actor actor, TimeProvider time, HttpContext context)
    {
        var (account, password) = await changes.Add(Doer.Of(context, actor), Given.Text(given.Name), Given.Texts(given.Roles));
        return TypedResults.Created((string?)null, new GivenPassword(ListedAccount.Of(account, time.GetUtcNow()), password));
    }

    private static async Task<Ok<ListedAccount>> SetRoles(string account, RoleList given, AccountChanges changes, Actor actor, TimeProvider time, HttpContext context) =>
        Listed(await changes.SetRoles(Doer.Of(context, actor), IdOf(account), Given.Texts(given.Roles)), time);

    private static async Task<Ok<GivenPassword>> Reset(string account, AccountChanges changes, Actor actor, TimeProvider time, HttpContext context)
    {
        var (changed, password) = await changes.Reset(Doer.Of(context, actor), IdOf(account));
        return TypedResults.Ok(new GivenPassword(ListedAccount.Of(changed, time.GetUtcNow()), password));
    }

    private static async Task<Ok<ListedAccount>> Disable(string account, AccountChanges changes, Actor actor, TimeProvider time, HttpContext context) =>
        Listed(await changes.Disable(Doer.Of(context, actor), IdOf(account)), time);

    private static async Task<Ok<ListedAccount>> Enable(string account, AccountChanges changes, Actor actor, TimeProvider time, HttpContext context) =>
        Listed(await changes.Enable(Doer.Of(context, actor), IdOf(account)), time);

    private static Ok<ListedAccount> Listed(Account account, TimeProvider time) => TypedResults.Ok(ListedAccount.Of(account, time.GetUtcNow()));

    private static Guid IdOf(string text) => PathId.Uuid(text, "account-unknown");

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record NewAccount([property: JsonRequired] string Name, [property: JsonRequired] string[] Roles);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record RoleList([property: JsonRequired] string[] Roles);
}

public sealed record AccountList(IReadOnlyList<ListedAccount> Accounts);

/// <summary>An account and the password that it was given, which nobody sees again.</summary>
public sealed record GivenPassword(ListedAccount Account, string Password);

/// <summary>What administrators see of an account.</summary>
public sealed record ListedAccount(
    Guid Id,
    string Name,
    IReadOnlyList<string> Roles,
    bool Disabled,
    bool Locked,
    [property: JsonPropertyName("must_change_password")] bool MustChangePassword,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    public static ListedAccount Of(Account account, DateTimeOffset now) =>
        new(account.Id, account.UserName!, account.Roles, account.DisabledAt is not null, account.LockoutEnd > now, account.TemporaryUntil is not null, account.CreatedAt);
}
