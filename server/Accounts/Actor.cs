using System.Security.Claims;
using System.Text.Json.Serialization;
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

    private const string TemporaryClaim = "temporary";

    /// <summary>The password was given by somebody else: before anything else another is chosen.</summary>
    [JsonPropertyName("must_change_password")]
    public bool MustChangePassword { get; init; }

    public bool Is(string role) => Roles.Contains(role);

    /// <exception cref="RequestException">401: nobody is signed in.</exception>
    public static Actor Of(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(IdClaim), out var id) && principal.FindFirstValue(NameClaim) is { } name
            ? new Actor(id, name, [.. principal.FindAll(RoleClaim).Select(claim => claim.Value)]) { MustChangePassword = principal.HasClaim(claim => claim.Type == TemporaryClaim) }
            : throw NotSignedIn;

    /// <summary>How a minimal API makes the parameter.</summary>
    public static ValueTask<Actor> BindAsync(HttpContext context) => new(Of(context.User));

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        Claim[] claims = [new(IdClaim, Id.ToString()), new(NameClaim, Name), .. Roles.Select(role => new Claim(RoleClaim, role))];
        return new(new ClaimsIdentity(MustChangePassword ? [.. claims, new(TemporaryClaim, "true")] : claims, scheme, NameClaim, RoleClaim));
    }

    internal static RequestException NotSignedIn => new(StatusCodes.Status401Unauthorized, "not-signed-in");
}
