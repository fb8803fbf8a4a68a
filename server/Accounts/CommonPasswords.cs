using System.Text;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// What is guessed first. Lists of leaked passwords hardly have one of fifteen characters; what many people make of the
/// wanted length is a well-known word with well-known letters behind it. So that is taken away, and what is left must be
/// more than can be tried.
/// </summary>
public static class CommonPasswords
{
    /// <summary>Characters that are nobody's habit.</summary>
    private const int LeastLeft = 6;

    private const int LeastKinds = 6;
    private const int LeastRun = 4;

    /// <summary>Heads of the lists of leaked passwords, and the words of this place and product.</summary>
    private static readonly string[] Words =
    [
        .. """
        spatialplan spatial administrator admin password passwort passw0rd pass word welcome letmein login master secret dragon monkey football baseball basketball
        superman batman shadow sunshine princess iloveyou loveyou trustno1 starwars whatever freedom michael jordan jennifer charlie hunter killer
        pepper summer winter spring autumn january february monday sunday computer internet google alibaba taobao tencent wechat weixin samsung changeme
        default guest user test temp root system server postgres database qwerty qwertz azerty asdfgh zxcvbn qazwsx 1qaz2wsx 1q2w3e4r q1w2e3r4 zaq12wsx
        woaini woaiwojia woaizhongguo aini mima denglu guanliyuan zhongguo china beijing shandong jining gaoxinqu gaoxin guihua qufu rencheng hightech zone planner reviewer viewer staff
        密码 管理员 济宁 高新区 规划 中国 山东 我爱你
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length),
    ];

    private static readonly string[] Walks =
    [
        "0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "1234567890-=",
        "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "!@#$%^&*()_+", "147258369", "159357", "一二三四五六七八九十",
    ];

    private static readonly string[] BothWays = [.. Walks, .. Walks.Select(walk => new string([.. walk.Reverse()]))];

    public static bool Contain(string password, string name)
    {
        var text = PasswordRules.Normal(password).ToLowerInvariant();
        if (text.EnumerateRunes().Distinct().Count() < LeastKinds)
        {
            return true;
        }

        var rest = WithoutRuns(WithoutRepeats(text));
        foreach (var word in name.Length > 2 ? Words.Prepend(name.ToLowerInvariant()) : Words)
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);

            // p@ssw0rd is not another word.
            rest = Plain(rest).Contains(word, StringComparison.Ordinal) ? Plain(rest).Replace(word, "", StringComparison.Ordinal) : rest;
        }

        return rest.EnumerateRunes().Count(letter => !Rune.IsWhiteSpace(letter) && !Rune.IsPunctuation(letter)) < LeastLeft;
    }

    private static string Plain(string text) => text.Replace('@', 'a').Replace('4', 'a').Replace('3', 'e').Replace('1', 'i').Replace('!', 'i').Replace('0', 'o').Replace('$', 's').Replace('5', 's').Replace('7', 't');

    /// <summary>What is said twice is said once.</summary>
    private static string WithoutRepeats(string text)
    {
        for (var length = text.Length / 2; length > 0; length--)
        {
            for (var at = 0; at + (2 * length) <= text.Length;)
            {
                var isTwice = text.AsSpan(at, length).SequenceEqual(text.AsSpan(at + length, length));
                text = isTwice ? text.Remove(at + length, length) : text;
                at += isTwice ? 0 : 1;
            }
        }

        return text;
    }

    /// <summary>Walks along the alphabet, the digits and the keyboard.</summary>
    private static string WithoutRuns(string text)
    {
        for (var at = 0; at + LeastRun <= text.Length;)
        {
            var longest = 0;
            for (var length = LeastRun; at + length <= text.Length && BothWays.Any(walk => walk.Contains(text.Substring(at, length), StringComparison.Ordinal)); length++)
            {
                longest = length;
            }

            text = longest > 0 ? text.Remove(at, longest) : text;
            at += longest > 0 ? 0 : 1;
        }

        return text;
    }
}
