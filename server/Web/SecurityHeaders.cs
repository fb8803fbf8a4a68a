namespace SpatialPlan.Server.Web;

/// <summary>What a page of ours may load and who may frame it; plain refusal of requests no client of ours sends.</summary>
public static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app, PlanOptions options, bool isDevelopingClient)
    {
        var policy = Policy(options.BaseMaps);
        var isSecure = options.PublicUrl.StartsWith("https:", StringComparison.Ordinal);
        app.Use((context, next) =>
        {
            // At the last moment: an error on the way clears what was set before.
            context.Response.OnStarting(() =>
            {
                Write(context.Response.Headers);
                CrossOrigin.Write(context);
                return Task.CompletedTask;
            });
            return next(context);
        });

        void Write(IHeaderDictionary headers)
        {
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), payment=()";
            headers.XFrameOptions = "SAMEORIGIN";

            // Of its own host only: what else lies under the domain is not ours to decide.
            if (isSecure)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            // The development server of the client works with inline scripts and a socket.
            if (!isDevelopingClient)
            {
                headers.ContentSecurityPolicy = policy;
            }
        }
    }

    /// <summary>PostgreSQL has no NUL in text, and no name or number of ours has one.</summary>
    public static void RefuseNul(this WebApplication app) =>
        app.Use((context, next) =>
            context.Request.Path.Value!.Contains('\0', StringComparison.Ordinal) || context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)
                ? throw RequestException.Malformed("nul-character")
                : next(context));

    private static string Policy(BaseMapOptions maps)
    {
        var images = new List<string> { "'self'", "data:", "blob:" };
        if (maps.OpenStreetMap)
        {
            images.Add("https://tile.openstreetmap.org");
        }

        if (maps.TiandituKey.Length > 0)
        {
            images.Add("https://*.tianditu.gov.cn");
        }

        // Leaflet positions its panes by style attributes; scripts have no such need.
        return $"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src {string.Join(' ', images)}; "
            + "connect-src 'self'; font-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
    }
}
