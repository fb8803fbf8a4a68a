using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>People of a test: <c>using var anna = await server.SignIn("anna", Role.Staff)</c> asks as the page of a signed-in person does.</summary>
public static class SignedIn
{
    /// <summary>The account of this name, made when there is none, with these roles, and a client that is signed in as it.</summary>
    public static async Task<HttpClient> SignIn(this PlanServer server, string name, params string[] roles)
    {
        var actor = new Actor(new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)), name, roles);
        var options = server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(AccountSetup.Scheme);
        var ticket = new AuthenticationTicket(actor.ToPrincipal(AccountSetup.Scheme), AccountSetup.Scheme);
        var client = server.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await Task.FromResult(client);
    }
}
