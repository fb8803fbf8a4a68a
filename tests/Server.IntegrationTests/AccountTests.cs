using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Who is signed in, and what an endpoint makes of it.</summary>
public sealed class AccountTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Somebody_is_told_who_they_are_and_nobody_that_they_are_not_signed_in()
    {
        using var anna = await server.SignIn("anna", Role.Staff, Role.Reviewer);
        var account = JsonNode.Parse(await anna.GetStringAsync("/api/account", TestContext.Current.CancellationToken))!;
        Assert.Equal(("anna", "staff,reviewer"), ((string)account["name"]!, string.Join(',', account["roles"]!.AsArray().Select(role => (string)role!))));
        Assert.Equal("not-signed-in", (string)(await server.GetProblem("/api/account", HttpStatusCode.Unauthorized))["code"]!);
    }
}
