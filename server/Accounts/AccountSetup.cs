using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SpatialPlan.Server.Accounts;

/// <summary>Who may do what: accounts, how they sign in, and what an endpoint asks of them.</summary>
public static class AccountSetup
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme, cookie => cookie.Cookie.Name = "spatialplan-session");
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()));
    }
}
