using Microsoft.AspNetCore.Identity;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// NIST SP 800-63B-4, 3.1.1.2: a password that is all there is to sign in with has 15 characters or more, of any kind, is
/// never made to be changed for its age, and is refused where many have it.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Least = 15;
    public const int Most = 128;

    public const string TooShort = "password-too-short";
    public const string TooLong = "password-too-long";
    public const string Common = "password-common";

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Fault(password ?? "", user.UserName ?? "") is { } code ? IdentityResult.Failed(new IdentityError { Code = code }) : IdentityResult.Success);

    /// <summary>The code of what is wrong; null for nothing. Characters are Unicode's code points.</summary>
    public static string? Fault(string password, string name)
    {
        var length = password.EnumerateRunes().Count();
        return length < Least ? TooShort : length > Most ? TooLong : CommonPasswords.Contain(password, name) ? Common : null;
    }

    /// <summary>As it is hashed: what an input method writes wide is what a keyboard writes. Without ICU there are no other normal forms.</summary>
    public static string Normal(string password)
    {
        const char first = '！';
        const char last = '～';
        const char space = '\u3000';
        return string.Create(password.Length, password, (plain, wide) =>
        {
            for (var at = 0; at < wide.Length; at++)
            {
                plain[at] = wide[at] is >= first and <= last ? (char)(wide[at] - first + '!') : wide[at] == space ? ' ' : wide[at];
            }
        });
    }
}
