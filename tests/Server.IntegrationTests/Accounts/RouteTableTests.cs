using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Accounts;

/// <summary>The one table of who may use which route (server/Accounts/routes.json): it is what the endpoints say, and what they do.</summary>
public sealed partial class RouteTableTests(PlanServer server) : IClassFixture<PlanServer>
{
    private static readonly string File = Path.Combine(Repository.Root, "server", "Accounts", "routes.json");

    private static readonly Dictionary<string, string> Table = JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllText(File))!;

    public static TheoryData<string, string> Rows => [.. Table.Select(row => (row.Key, row.Value))];

    [Fact]
    public void Every_route_of_the_api_has_its_row_and_every_row_its_route()
    {
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(route => (Address: route.RoutePattern.RawText!.TrimStart('/'), route.Metadata))
            .Select(route => (route.Address, route.Metadata, IsOfApi: route.Address.StartsWith("api/", StringComparison.Ordinal)))
            .Where(route => route.IsOfApi || route.Address.StartsWith("ogc/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods

                // What the OGC API has is read by everybody.
                .Where(method => method != "HEAD" && (method != "GET" || route.IsOfApi))
                .Select(method => $"{method} /{route.Address.TrimEnd('/')}: {Said(route.Metadata)}"));
        Assert.Equal(Table.Select(row => $"{row.Key}: {row.Value}").Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    /// <summary>Nobody, and an account of each role alone, in person and by a token.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_outcome_of_a_row_is_what_the_server_does(string route, string who)
    {
        var (isInPerson, isByToken) = (who.EndsWith(" in person", StringComparison.Ordinal), who.EndsWith(" by token", StringComparison.Ordinal));
        var roles = who.Split(" in person")[0].Split(" by token")[0].Split(", ");
        using var nobody = server.Page();
        Assert.Equal(who == "everybody", await Outcome(nobody, route) != HttpStatusCode.Unauthorized || route.EndsWith("/sign-in", StringComparison.Ordinal));
        foreach (var role in Role.All)
        {
            var may = who is "everybody" || roles[0] == "account" || roles.Contains(role);
            using var person = await server.SignIn($"one-{role}", role);
            Assert.Equal(may && !isByToken, await Outcome(person, route) != HttpStatusCode.Forbidden);
            using var program = server.NewClient();
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await server.Token($"one-{role}"));
            Assert.Equal(may && !isInPerson, await Outcome(program, route) != HttpStatusCode.Forbidden);
        }
    }

    private static string Said(EndpointMetadataCollection metadata)
    {
        var access = metadata.GetMetadata<Access>();
        Assert.Equal(access is null, metadata.GetMetadata<IAllowAnonymous>() is not null);
        var who = access is null ? "everybody" : access.Roles.Count == 0 ? "account" : string.Join(", ", access.Roles);
        return metadata.GetMetadata<InPerson>() is not null ? $"{who} in person" : metadata.GetMetadata<ByToken>() is not null ? $"{who} by token" : who;
    }

    private static async Task<HttpStatusCode> Outcome(HttpClient client, string route)
    {
        var method = new HttpMethod(route.Split(' ')[0]);
        var request = new HttpRequestMessage(method, Part().Replace(route.Split(' ')[1], "0199b0a0-0000-7000-8000-000000000000"));
        if (method != HttpMethod.Get)
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Part();
}
