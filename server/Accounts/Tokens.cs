using System.Text.Json.Serialization;
using Npgsql;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// A personal access token as its owner sees it, <see cref="Tokens.Read"/> or <see cref="Tokens.Write"/>; the secret is shown once
/// and known to nobody afterwards.
/// </summary>
public sealed record Token(
    Guid Id,
    string Name,
    string Scope,
    [property: JsonPropertyName("created_at")] DateTime CreatedAt,
    [property: JsonPropertyName("expires_at")] DateTime ExpiresAt,
    [property: JsonPropertyName("used_at")] DateTime? UsedAt);

/// <summary>Personal access tokens, for programs: a program with one is its owner, and reads only where the scope says so.</summary>
public sealed class Tokens(PlanDatabase database)
{
    public const string Read = "read";
    public const string Write = "write";
    public const int MostDays = 366;
    public const int MostOfAccount = 50;

    /// <summary>By which scanners of source code find one that was left there.</summary>
    public const string Prefix = "spatialplan_";

    public async Task<List<Token>> Of(Guid account, CancellationToken cancel)
    {
        await using var command = database.Staff.CreateCommand(
            "select id, name, scope, created_at, expires_at, used_at from account.token where account = $1 and revoked_at is null and expires_at > clock_timestamp() order by created_at, id");
        command.With(account);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var tokens = new List<Token>();
        while (await row.ReadAsync(cancel))
        {
            tokens.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetDateTime(3), row.GetDateTime(4), row.IsDBNull(5) ? null : row.GetDateTime(5)));
        }

        return tokens;
    }

    /// <summary>Makes one; the caller notes the event.</summary>
    public async Task<(Token Token, string Secret)> Add(Guid account, string name, string scope, int days, CancellationToken cancel)
    {
        var secret = Prefix + Secrets.New();
        await using var command = database.Staff.CreateCommand(
            """
            insert into account.token (id, account, name, hash, scope, expires_at) values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(days => $6))
            returning created_at, expires_at
            """);
        var id = Guid.CreateVersion7();
        command.With(id, account, name, Secrets.HashOf(secret), scope, days);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (new(id, name, scope, row.GetDateTime(0), row.GetDateTime(1), null), secret);
    }

    /// <summary>Ends one of an account; false when it has none of this id.</summary>
    public async Task<bool> Revoke(Guid account, Guid id, CancellationToken cancel)
    {
        await using var command = database.Staff.CreateCommand("update account.token set revoked_at = clock_timestamp() where id = $1 and account = $2 and revoked_at is null");
        command.With(id, account);
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    /// <summary>Whose a secret is and what for; null when it is nobody's, or no longer.</summary>
    public async Task<(Actor Actor, string Scope)?> Find(string secret, CancellationToken cancel)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(
            """
            with found as (
              select t.id, t.scope, t.used_at, a.id as account, a.name, a.roles
              from account.token t join account.account a on a.id = t.account
              where t.hash = $1 and t.revoked_at is null and t.expires_at > clock_timestamp() and a.disabled_at is null and a.temporary_until is null),
            used as (
              update account.token t set used_at = clock_timestamp() from found f
              where t.id = f.id and coalesce(f.used_at < clock_timestamp() - interval '1 minute', true))
            select account, name, roles, scope from found
            """,
            connection) { Parameters = { new() { Value = Secrets.HashOf(secret) } } };
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (new Actor(row.GetGuid(0), row.GetString(1), row.GetFieldValue<string[]>(2)), row.GetString(3)) : null;
    }
}
