using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Npgsql;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// Who is signed in, in the database: the sealed cookie names a session and says nothing else, so that what an account may do is
/// asked each time, a session ends everywhere at once, and a cookie of one that has ended is worth nothing.
/// </summary>
public sealed class Sessions(PlanDatabase database)
{
    /// <summary>Nobody was there for so long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>A day's work; then the password is asked again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string SecretClaim = "session";

    /// <summary>Signs in under a secret that nobody has seen before; the session that the request came with, if any, ends.</summary>
    public async Task Begin(HttpContext context, Account account)
    {
        await Forget(context);
        var secret = Secrets.New();
        await using var command = database.Staff.CreateCommand(
            """
            with gone as (delete from account.session where expires_at < clock_timestamp() - interval '1 day')
            insert into account.session (id, account, security_stamp, expires_at) values ($1, $2, $3, clock_timestamp() + $4)
            """);
        command.With(Secrets.HashOf(secret), account.Id, account.SecurityStamp!, Longest);
        await command.ExecuteNonQueryAsync(context.RequestAborted);
        await context.SignInAsync(AccountSetup.Scheme, new ClaimsPrincipal(new ClaimsIdentity([new(SecretClaim, secret)], AccountSetup.Scheme)));
        context.Response.Headers.CacheControl = RequestAudience.NothingToKeep;
    }

    /// <summary>Ends the session of a request, if there is one, and takes its cookie back.</summary>
    public async Task End(HttpContext context)
    {
        await Forget(context);
        await context.SignOutAsync(AccountSetup.Scheme);
    }

    private async Task Forget(HttpContext context)
    {
        if ((await context.AuthenticateAsync(AccountSetup.Scheme)).Principal?.FindFirstValue(SecretClaim) is { } secret)
        {
            await using var command = database.Staff.CreateCommand("delete from account.session where id = $1");
            command.With(Secrets.HashOf(secret));
            await command.ExecuteNonQueryAsync(context.RequestAborted);
        }
    }

    /// <summary>Of the cookie that was sealed by us, whether its session goes on, and whose it is now.</summary>
    public async Task Validate(CookieValidatePrincipalContext cookie)
    {
        var secret = cookie.Principal?.FindFirstValue(SecretClaim);
        if (secret is null || await Find(secret, cookie.HttpContext.RequestAborted) is not { } actor)
        {
            cookie.RejectPrincipal();
            return;
        }

        var principal = actor.ToPrincipal(AccountSetup.Scheme);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new(SecretClaim, secret));
        cookie.ReplacePrincipal(principal);
    }

    private async Task<Actor?> Find(string secret, CancellationToken cancel)
    {
        var id = Secrets.HashOf(secret);
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        await using var find = new NpgsqlCommand(
            """
            select a.id, a.name, a.roles, a.temporary_until is not null, s.used_at < clock_timestamp() - interval '1 minute'
            from account.session s
            join account.account a on a.id = s.account and a.security_stamp = s.security_stamp
            where s.id = $1 and a.disabled_at is null and coalesce(a.temporary_until > clock_timestamp(), true)
              and s.expires_at > clock_timestamp() and s.used_at > clock_timestamp() - $2
            """,
            connection) { Parameters = { new() { Value = id }, new() { Value = Idle } } };
        Actor actor;
        bool isLongAgo;
        await using (var row = await find.ExecuteReaderAsync(cancel))
        {
            if (!await row.ReadAsync(cancel))
            {
                return null;
            }

            actor = new Actor(row.GetGuid(0), row.GetString(1), row.GetFieldValue<string[]>(2)) { MustChangePassword = row.GetBoolean(3) };
            isLongAgo = row.GetBoolean(4);
        }

        if (isLongAgo)
        {
            await using var note = new NpgsqlCommand("update account.session set used_at = clock_timestamp() where id = $1", connection) { Parameters = { new() { Value = id } } };
            await note.ExecuteNonQueryAsync(cancel);
        }

        return actor;
    }
}
