using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Where a page ends: the code of its last feature. Pages stay in step while others write, and a forged token can do
/// no more than start somewhere else.
/// </summary>
public static partial class PagingToken
{
    public static string After(string code) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(code));

    /// <summary>The code to go on after, or null when this is no token of ours.</summary>
    public static string? TryRead(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var code = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(token));
        return Code().IsMatch(code) && After(code) == token ? code : null;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
