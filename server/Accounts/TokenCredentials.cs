using System.Net.Http.Headers;
using System.Text;
using SpatialPlan.Server.Web;

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

    /// <summary>Whose token a request has, and what for.</summary>
    /// <exception cref="RequestException">400 two-credentials, 401 credentials-invalid.</exception>
    public static async Task<(Actor Actor, string Scope)> Owner(HttpContext context)
    {
        // A browser sends the cookie by itself: whoever adds a token to it could make another's requests seem their own.
        if (context.Request.Headers.Cookie.Count > 0)
        {
            throw RequestException.Malformed("two-credentials");
        }

        var found = Of(context.Request) is { } secret ? await context.RequestServices.GetRequiredService<Tokens>().Find(secret, context.RequestAborted) : null;
        return found ?? throw new RequestException(StatusCodes.Status401Unauthorized, "credentials-invalid");
    }

    /// <summary>
    /// The owner, at an address that is open to everybody: null for who has no token of ours. What a proxy asks for is nothing to
    /// us; a token that has ended is refused, so that nobody takes what is published for their own.
    /// </summary>
    public static async ValueTask<Actor?> Reader(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 && Of(context.Request)?.StartsWith(Tokens.Prefix, StringComparison.Ordinal) == true ? (await Owner(context)).Actor : null;

    private static string? PasswordOf(string given)
    {
        var bytes = new byte[given.Length];
        return Convert.TryFromBase64String(given, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) is var pair && pair.IndexOf(':') is >= 0 and var colon
            ? pair[(colon + 1)..]
            : null;
    }
}
