using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>What administrators do to accounts, over the page or by the command line. Each is one transaction with its event.</summary>
public sealed class AccountChanges(UserManager<Account> users, AccountContext context, TimeProvider time)
{
    /// <summary>So long may who was given a password take to choose another.</summary>
    private static readonly TimeSpan Temporary = TimeSpan.FromDays(7);

    public Task<List<Account>> All(CancellationToken cancel) => context.Accounts.AsNoTracking().OrderBy(account => account.NormalizedUserName).ToListAsync(cancel);

    /// <summary>A new account and the password that it is given.</summary>
    /// <exception cref="RequestException">409 name-taken, 422 name-invalid, role-unknown</exception>
    public async Task<(Account Account, string Password)> Add(Doer by, string name, IReadOnlyList<string> roles)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = Named(name), Roles = Known(roles), TemporaryUntil = time.GetUtcNow() + Temporary };
        if (await users.FindByNameAsync(account.UserName!) is not null)
        {
            throw new RequestException(StatusCodes.Status409Conflict, "name-taken");
        }

        var password = Secrets.NewPassword();
        context.Note(by, "added", account.Id, new { name = account.UserName, roles = account.Roles });
        Done(await users.CreateAsync(account, password));
        return (account, password);
    }

    /// <exception cref="RequestException">404 account-unknown, 409 last-administrator, 422 role-unknown</exception>
    public Task<Account> SetRoles(Doer by, Guid id, IReadOnlyList<string> roles) => Change(by, id, "roles-set", account =>
    {
        var before = account.Roles;
        account.Roles = Known(roles);
        return new { before, after = account.Roles };
    });

    /// <summary>For which departments it speaks, all of them; none is none (account_department.sql).</summary>
    /// <exception cref="RequestException">422 department-unknown</exception>
    public async Task SetDepartments(Doer by, Guid id, string[] departments)
    {
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync();
        try
        {
            await using var command = new NpgsqlCommand("select review.set_departments($1, $2, $3, $4)", connection)
            {
                Parameters = { new() { Value = by.Actor }, new() { Value = id }, new() { Value = departments }, new() { Value = (object?)by.Address ?? DBNull.Value } },
            };
            await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException refusal) when (refusal.ConstraintName == "department_is_known")
        {
            throw RequestException.Unprocessable("department-unknown");
        }
    }

    /// <summary>Another password, to be told to its owner; all sessions and tokens end.</summary>
    public async Task<(Account Account, string Password)> Reset(Doer by, Guid id)
    {
        var password = Secrets.NewPassword();
        var changed = await Change(by, id, "password-reset", account =>
        {
            account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
            account.TemporaryUntil = time.GetUtcNow() + Temporary;
            (account.AccessFailedCount, account.LockoutEnd) = (0, null);
            EndAll(account);
            return null;
        });
        return (changed, password);
    }

    /// <summary>Nobody signs in as this any more, and who is signed in no longer is; tokens end too. Enabled again, it needs new ones.</summary>
    public Task<Account> Disable(Doer by, Guid id) => Change(by, id, "disabled", account =>
    {
        account.DisabledAt ??= time.GetUtcNow();
        EndAll(account);
        return null;
    });

    public Task<Account> Enable(Doer by, Guid id) => Change(by, id, "enabled", account =>
    {
        account.DisabledAt = null;
        return null;
    });

    private async Task<Account> Change(Doer by, Guid id, string action, Func<Account, object?> change)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();

        // Two that take the last two administrators away wait for each other.
        var administrators = await context.Accounts
            .FromSql($"select * from account.account where disabled_at is null and {Role.Administrator} = any(roles) order by id for update")
            .ToListAsync();
        var account = await users.FindByIdAsync(id.ToString()) ?? throw RequestException.Unknown("account-unknown");
        var detail = change(account);
        if (administrators.Contains(account) && !administrators.Exists(one => one.DisabledAt is null && one.Roles.Contains(Role.Administrator)))
        {
            throw new RequestException(StatusCodes.Status409Conflict, "last-administrator");
        }

        context.Note(by, action, id, detail);
        Done(await users.UpdateAsync(account));
        if (action is "password-reset" or "disabled")
        {
            await context.Database.ExecuteSqlAsync($"update account.token set revoked_at = clock_timestamp() where account = {id} and revoked_at is null");
        }

        await transaction.CommitAsync();
        return account;
    }

    private static void EndAll(Account account) => account.SecurityStamp = Secrets.New();

    private static string Named(string name) =>
        name.Trim() is { Length: > 0 and <= Account.MostNameLength } named && !UnseenSigns.In(named, isLine: true) ? named
        : throw new RequestException(StatusCodes.Status422UnprocessableEntity, "name-invalid", new { most = Account.MostNameLength });

    private static string[] Known(IReadOnlyList<string> roles)
    {
        var unknown = roles.FirstOrDefault(role => !Role.All.Contains(role));
        if (unknown is not null || roles.Count == 0)
        {
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, "role-unknown", new { role = unknown?[..Math.Min(unknown.Length, 40)], roles = Role.All });
        }

        return [.. Role.All.Where(roles.Contains)];
    }

    /// <summary>What Identity refuses is said by its code, which is ours where the rule is.</summary>
    internal static void Done(IdentityResult result)
    {
        if (result.Errors.FirstOrDefault() is { } error)
        {
            throw error.Code switch
            {
                nameof(IdentityErrorDescriber.ConcurrencyFailure) => new RequestException(StatusCodes.Status409Conflict, "changed-meanwhile"),
                nameof(IdentityErrorDescriber.DuplicateUserName) => new RequestException(StatusCodes.Status409Conflict, "name-taken"),
                _ => new RequestException(StatusCodes.Status422UnprocessableEntity, error.Code, new { least = PasswordRules.Least, most = PasswordRules.Most }),
            };
        }
    }
}
