using System.Security.Claims;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// Who acts: the account of a request. A parameter of this type is all that an endpoint needs to know it.
/// </summary>
/// <param name="Id">Of the account, for ever: this is what is written down.</param>
/// <param name="Name">By which the person signs in and is known to others.</param>
/// <param name="Roles">Of <see cref="Role.All"/>.</param>
public sealed record Actor(Guid Id, string Name, IReadOnlyList<string> Roles)
{
    public const string IdClaim = "sub";
    public const string NameClaim = "name";
    public const string RoleClaim = "role";

    public bool Is(string role) => Roles.Contains(role);

    /// <exception cref="RequestException">401: nobody is signed in.</exception>
    public static Actor Of(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(IdClaim), out var id) && principal.FindFirstValue(NameClaim) is { } name
            ? new Actor(id, name, [.. principal.FindAll(RoleClaim).Select(claim => claim.Value)])
            : throw NotSignedIn;

    /// <summary>How a minimal API makes the parameter.</summary>
    public static ValueTask<Actor> BindAsync(HttpContext context) => new(Of(context.User));

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [new(IdClaim, Id.ToString()), new(NameClaim, Name), .. Roles.Select(role => new Claim(RoleClaim, role))], scheme, NameClaim, RoleClaim));

    internal static RequestException NotSignedIn => new(StatusCodes.Status401Unauthorized, "not-signed-in");
}
