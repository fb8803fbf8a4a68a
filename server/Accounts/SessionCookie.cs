using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// The cookie of a session goes to /api only: tiles and features are asked for as by everybody, from every cache. No script
/// reads it, no other site makes a browser send it, and it ends with the browser.
/// </summary>
internal sealed class SessionCookie : CookieBuilder
{
    private readonly string? prefix;

    public SessionCookie(PlanOptions options)
    {
        var isSecure = options.PublicUrl.StartsWith("https:", StringComparison.Ordinal);
        prefix = options.PublicUrl.Length > 0 ? new Uri(options.PublicUrl).AbsolutePath.TrimEnd('/') : null;
        Name = isSecure ? "__Secure-spatialplan" : "spatialplan";
        HttpOnly = true;
        IsEssential = true;
        SameSite = SameSiteMode.Strict;
        SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Under the path by which the browser knows us, which a proxy may take off.</summary>
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Path = $"{prefix ?? context.Request.PathBase.Value}/api";
        return cookie;
    }
}
