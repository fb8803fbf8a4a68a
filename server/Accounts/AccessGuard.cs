using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>Asks who somebody is where an endpoint needs to know it, and nowhere else: what is open costs nobody a look.</summary>
public static class AccessGuard
{
    /// <summary>After routing.</summary>
    public static void UseAccessGuard(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Access>() is { } access ? Guard(context, next, access) : next(context));

    /// <summary>Deny by default: after all is mapped, an address of /api that does not say who may use it ends the start.</summary>
    public static void RequireDeclaredAccess(this WebApplication app)
    {
        var silent = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api", StringComparison.OrdinalIgnoreCase))
            .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<Access>() is null == endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);
        if (silent is not null)
        {
            throw new InvalidOperationException($"{silent.DisplayName} must say who may use it: Needs, NeedsAccount or AllowAnonymous, and one of them.");
        }
    }

    private static async Task Guard(HttpContext context, RequestDelegate next, Access access)
    {
        var metadata = context.GetEndpoint()!.Metadata;
        var actor = context.Request.Headers.Authorization.Count > 0
            ? await OfToken(context, metadata.GetMetadata<InPerson>() is not null)
            : Actor.Of((await context.AuthenticateAsync(AccountSetup.Scheme)).Principal ?? throw Actor.NotSignedIn);
        if (context.Request.Headers.Authorization.Count == 0 && metadata.GetMetadata<ByToken>() is not null)
        {
            throw new RequestException(StatusCodes.Status403Forbidden, "by-token");
        }

        if (actor.MustChangePassword && metadata.GetMetadata<BeforePassword>() is null)
        {
            throw new RequestException(StatusCodes.Status403Forbidden, "password-must-change");
        }

        if (!access.Lets(actor))
        {
            throw new RequestException(StatusCodes.Status403Forbidden, "not-allowed", new { roles = access.Roles });
        }

        context.User = actor.ToPrincipal(AccountSetup.Scheme);
        await next(context);
    }

    private static async Task<Actor> OfToken(HttpContext context, bool isForPersons)
    {
        var (actor, scope) = await TokenCredentials.Owner(context);
        return isForPersons ? throw new RequestException(StatusCodes.Status403Forbidden, "in-person")
            : scope == Tokens.Write || AllowedMethods.Reads(context.Request) ? actor
            : throw new RequestException(StatusCodes.Status403Forbidden, "scope-too-small", new { scope });
    }
}
