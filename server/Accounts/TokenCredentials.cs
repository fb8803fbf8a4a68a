using System.Net.Http.Headers;
using System.Text;

namespace SpatialPlan.Server.Accounts;

/// <summary>The token of a request: Bearer, or Basic with the token as the password, for programs that know nothing else.</summary>
public static class TokenCredentials
{
    /// <summary>Null where the header says nothing that could be one.</summary>
    public static string? Of(HttpRequest request) =>
        !AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header.Parameter is not { } given ? null
        : header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? given
        : header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? PasswordOf(given)
        : null;

    private static string? PasswordOf(string given)
    {
        var bytes = new byte[given.Length];
        return Convert.TryFromBase64String(given, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) is var pair && pair.IndexOf(':') is >= 0 and var colon
            ? pair[(colon + 1)..]
            : null;
    }
}
