using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Web;

/// <summary>
/// Whether a request is anybody's. One that carries credentials, of whatever kind, is somebody's: it is answered from nothing
/// that is kept for all, and nothing is kept of its answer, here or on the way.
/// </summary>
public static class RequestAudience
{
    public const string NothingToKeep = "private, no-store";

    /// <summary>Two looks at headers that the server has by number.</summary>
    public static Audience Of(HttpRequest request) =>
        request.Headers.Cookie.Count == 0 && request.Headers.Authorization.Count == 0 ? Audience.Public : Audience.Somebody;

    /// <summary>Whatever an endpoint says of its answer, nobody keeps that of a request with credentials; the client's files are the same for all.</summary>
    public static void UseAudience(this WebApplication app) => app.Use((context, next) =>
    {
        if (!Of(context.Request).IsPublic && (context.Request.Path.StartsWithSegments("/ogc") || context.Request.Path.StartsWithSegments("/api")))
        {
            // Nothing of it is compressed: of a body with a secret and what a stranger can choose the length would tell (BREACH).
            context.Request.Headers.AcceptEncoding = default;
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = NothingToKeep;

                // The tag of one thing, by its version, is said back to change it (If-Match); that of a revision is for what is kept.
                if (context.Response.Headers.ETag.ToString().StartsWith("W/", StringComparison.Ordinal))
                {
                    context.Response.Headers.Remove("ETag");
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
