using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>People of a test: <c>using var anna = await server.SignIn("anna", Role.Staff)</c> asks as the page of a signed-in person does.</summary>
public static class SignedIn
{
    /// <summary>The account of this name, made when there is none, with these roles, and a client that is signed in as it.</summary>
    public static async Task<HttpClient> SignIn(this PlanServer server, string name, params string[] roles)
    {
        await server.AddAccount(name, roles);
        var secret = Secrets.New();
        await server.Database.Execute(
            $"insert into account.session (id, account, security_stamp, expires_at) select decode('{Convert.ToHexString(Secrets.HashOf(secret))}', 'hex'), id, security_stamp, now() + interval '1 hour' from account.account where id = '{IdOf(name)}'");
        var options = server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(AccountSetup.Scheme);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new("session", secret)], AccountSetup.Scheme)), AccountSetup.Scheme);
        return server.Page($"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
    }

    /// <summary>An account without a password that anybody knows.</summary>
    public static Task AddAccount(this PlanServer server, string name, params string[] roles) => server.Database.Execute(
        $"""
        insert into account.account (id, name, normalized_name, roles, password_hash, security_stamp, concurrency_stamp)
        values ('{IdOf(name)}', '{name}', upper('{name}'), '{Sql(roles)}', 'none', 'stamp', 'stamp')
        on conflict (normalized_name) do update set roles = excluded.roles
        """);

    /// <summary>A token of an account that a test has made, which may write.</summary>
    public static async Task<string> Token(this PlanServer server, string name)
    {
        var secret = Tokens.Prefix + Secrets.New();
        await server.Database.Execute(
            $"insert into account.token (id, account, name, hash, scope, expires_at) values ('{Guid.NewGuid()}', '{IdOf(name)}', 'test', decode('{Convert.ToHexString(Secrets.HashOf(secret))}', 'hex'), 'write', now() + interval '1 hour')");
        return secret;
    }

    /// <summary>Of the account that a test has made.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>A client that asks as a page of ours does, with this cookie.</summary>
    public static HttpClient Page(this PlanServer server, string? cookie = null)
    {
        var client = server.NewClient();
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return client;
    }

    private static string Sql(string[] roles) => $"{{{string.Join(',', roles)}}}";
}
