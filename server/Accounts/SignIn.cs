using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>Who somebody says they are, and whether it is so. Whatever is wrong, the answer and the time it takes are the same.</summary>
public sealed class SignIn(UserManager<Account> users, AccountContext context, SignInLimits limits, TimeProvider time)
{
    /// <summary>NIST SP 800-63B-4, 3.2.2 allows a hundred.</summary>
    public const int MostFailures = 10;

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>What is compared with where there is no account, so that it takes as long.</summary>
    private static readonly string Nobody = new PasswordHasher<Account>().HashPassword(new Account(), Secrets.New());

    /// <summary>The account that this name and password are of.</summary>
    /// <exception cref="RequestException">401 sign-in-failed, 429 too-many-attempts</exception>
    public async Task<Account> Check(HttpContext request, string name, string password)
    {
        using var turn = await limits.Turn(request);
        var account = name.Length <= Account.MostNameLength ? await users.FindByNameAsync(name) : null;
        var isRight = password.Length <= 2 * PasswordRules.Most
            && users.PasswordHasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? Nobody, PasswordRules.Normal(password)) != PasswordVerificationResult.Failed;
        var now = time.GetUtcNow();
        var why = account is null ? "unknown-name"
            : account.DisabledAt is not null ? "disabled"
            : account.TemporaryUntil <= now ? "password-expired"
            : !await Count(account, now, isRight, request.RequestAborted) ? "locked"
            : isRight ? null : "wrong-password";
        context.Events.Add(new AccountEvent
        {
            Actor = account?.Id.ToString() ?? "nobody",
            Account = account?.Id,
            Action = why is null ? "sign-in" : "sign-in-failed",
            Address = ClientAddress.Of(request),
            Detail = why is null ? null : AccountEvents.Detail(new { why, name = account is null ? name[..Math.Min(name.Length, Account.MostNameLength)] : null }),
        });
        await context.SaveChangesAsync(request.RequestAborted);
        return why is null ? account! : throw new RequestException(StatusCodes.Status401Unauthorized, "sign-in-failed");
    }

    /// <summary>Counts the attempt in one statement, so that many at once are as many: false where the account is locked.</summary>
    private async Task<bool> Count(Account account, DateTimeOffset now, bool isRight, CancellationToken cancel)
    {
        var open = context.Accounts.Where(row => row.Id == account.Id && (row.LockoutEnd == null || row.LockoutEnd < now));
        var until = now + Lockout;
        var counted = isRight
            ? open.ExecuteUpdateAsync(row => row.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), cancel)
            : open.ExecuteUpdateAsync(
                row => row
                    .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= MostFailures ? until : null)
                    .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= MostFailures ? 0 : a.AccessFailedCount + 1),
                cancel);
        return await counted == 1;
    }
}
