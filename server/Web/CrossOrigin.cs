namespace SpatialPlan.Server.Web;

/// <summary>
/// Pages of other origins may read what everybody may read: all of /ogc and what is listed here of /api, and nothing else.
/// Never with credentials. Said in every answer, whoever asks: a cache between two origins keeps it for both (Fetch, 3.2).
/// </summary>
public static class CrossOrigin
{
    public const string AllowOrigin = "Access-Control-Allow-Origin";
    public const string ExposeHeaders = "Access-Control-Expose-Headers";

    /// <summary>What a script may read beside the headers that Fetch lets it read anyway.</summary>
    public const string Exposed = "ETag, Content-Crs, Content-Disposition, Link, Location, Retry-After, Tile-Thinned";

    private const string Methods = "GET, HEAD, OPTIONS";
    private const string KeptSeconds = "86400";

    /// <summary>What may be read under /api. To open something is a line here.</summary>
    private static readonly PathString[] Open =
        ["/ogc", "/api/openapi", "/api/catalogue", "/api/changes", "/api/plan", "/api/parks", "/api/industries", "/api/search", "/api/coordinates", "/api/filter", "/health"];

    public static bool IsOpen(PathString path) => Array.Exists(Open, open => path.StartsWithSegments(open, StringComparison.Ordinal));

    public static void Write(HttpContext context)
    {
        if (IsOpen(context.Request.Path))
        {
            context.Response.Headers[AllowOrigin] = "*";
            context.Response.Headers[ExposeHeaders] = Exposed;
        }
    }

    /// <summary>What a preflight asks for: any header, for none of them carries a credential.</summary>
    public static void AnswerPreflight(HttpContext context)
    {
        var asked = context.Request.Headers;
        if (asked.AccessControlRequestMethod.Count > 0 && IsOpen(context.Request.Path))
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = asked.AccessControlRequestHeaders;
            headers.AccessControlMaxAge = KeptSeconds;
            headers.Append("Vary", "Access-Control-Request-Headers");
        }
    }
}
