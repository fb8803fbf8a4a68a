using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>Who may do what: accounts, how they sign in, and what an endpoint asks of them.</summary>
public static class AccountSetup
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>What a process has once, whatever catalogue it serves, and what its verbs need.</summary>
    public static void AddAccountStore(this IServiceCollection services)
    {
        services.AddDbContext<AccountContext>((provider, context) => context.UseNpgsql(provider.GetRequiredService<PlanDatabase>().Staff));
        services.AddIdentityCore<Account>(identity =>
        {
            // Names in any script; the length of passwords and what is common is PasswordRules'.
            identity.User.AllowedUserNameCharacters = "";
            identity.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 0 };
        })
            .AddUserStore<UserOnlyStore<Account, AccountContext, Guid>>()
            .AddPasswordValidator<PasswordRules>();
        services.AddScoped<AccountChanges>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SignInLimits>();

        // Keys are in the database, so that a cookie holds at every server of it; they are read when one is needed.
        services.AddDataProtection().SetApplicationName("spatialplan").PersistKeysToDbContext<AccountContext>();
        services.WithoutKeysAtStart();
    }

    /// <summary>For the application that serves; it has limits and keys from the process.</summary>
    public static void AddAccounts(this IServiceCollection services, IServiceProvider process, PlanOptions options)
    {
        services.AddAccountStore();
        services.Replace(ServiceDescriptor.Singleton(process.GetRequiredService<SignInLimits>()));
        services.Replace(ServiceDescriptor.Singleton(process.GetRequiredService<IDataProtectionProvider>()));
        services.AddScoped<SignIn>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Tokens>();
        services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.Cookie = new SessionCookie(options);
            cookie.ExpireTimeSpan = Sessions.Longest;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Sessions>().Validate(context);
        });
        services.WithoutKeysAtStart();
    }

    /// <summary>The framework would ask for the keys at the start, when the database may not be there yet.</summary>
    private static void WithoutKeysAtStart(this IServiceCollection services)
    {
        foreach (var early in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true).ToList())
        {
            services.Remove(early);
        }
    }
}
