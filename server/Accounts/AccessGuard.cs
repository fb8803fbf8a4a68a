using Microsoft.AspNetCore.Authentication;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>Asks who somebody is where an endpoint needs to know it, and nowhere else: what is open costs nobody a look.</summary>
public static class AccessGuard
{
    /// <summary>After routing.</summary>
    public static void UseAccessGuard(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Access>() is { } access ? Guard(context, next, access) : next(context));

    private static async Task Guard(HttpContext context, RequestDelegate next, Access access)
    {
        var result = await context.AuthenticateAsync(AccountSetup.Scheme);
        context.User = result.Principal ?? throw Actor.NotSignedIn;
        if (!access.Lets(Actor.Of(context.User)))
        {
            throw new RequestException(StatusCodes.Status403Forbidden, "not-allowed", new { roles = access.Roles });
        }

        await next(context);
    }
}
