using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Accounts;

/// <summary>What an administrator does to accounts over the page.</summary>
public sealed class AdministrationTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task An_account_is_made_changed_reset_disabled_and_enabled_and_all_of_it_is_written_down()
    {
        using var root = await server.SignIn("root", Role.Administrator);
        var made = await Json(await root.PostAsJsonAsync("/api/accounts", new { name = "丹 Dan", roles = new[] { "staff" } }, Cancel));
        var id = (string)made["account"]!["id"]!;
        Assert.Matches("^([a-z2-9]{5}-){3}[a-z2-9]{5}$", (string)made["password"]!);
        Assert.Equal(HttpStatusCode.OK, (await root.PutAsJsonAsync($"/api/accounts/{id}/roles", new { roles = new[] { "reviewer", "staff" } }, Cancel)).StatusCode);
        Assert.NotEqual((string)made["password"]!, (string)(await Json(await root.PostAsync($"/api/accounts/{id}/reset", null, Cancel)))["password"]!);
        Assert.True((bool)(await Json(await root.PostAsync($"/api/accounts/{id}/disable", null, Cancel)))["disabled"]!);
        Assert.False((bool)(await Json(await root.PostAsync($"/api/accounts/{id}/enable", null, Cancel)))["disabled"]!);
        var listed = (await Json(await root.GetAsync("/api/accounts", Cancel)))["accounts"]!.AsArray().Single(one => (string)one!["id"]! == id)!;
        Assert.Equal(("丹 Dan", "staff,reviewer"), ((string)listed["name"]!, string.Join(',', listed["roles"]!.AsArray())));
        Assert.Equal(
            ["added", "roles-set", "password-reset", "disabled", "enabled"],
            await server.Database.Rows($"select action from account.event where account = '{id}' and actor = '{SignedIn.IdOf("root")}' order by id"));
    }

    [Theory]
    [InlineData("""{"name":"x1","roles":["king"]}""", 422, "role-unknown")]
    [InlineData("""{"name":"x2","roles":[]}""", 422, "role-unknown")]
    [InlineData("""{"name":"   ","roles":["staff"]}""", 422, "name-invalid")]
    [InlineData("""{"name":"a\u0007b","roles":["staff"]}""", 422, "name-invalid")]
    [InlineData("""{"name":"ROOT","roles":["staff"]}""", 409, "name-taken")]
    [InlineData("""{"name":"x3","roles":["staff"],"password_hash":"x"}""", 400, "malformed")]
    [InlineData("""{"name":"x4","roles":["staff"],"id":"0199b0a0-0000-7000-8000-000000000000"}""", 400, "malformed")]
    [InlineData("""{"name":"x5","roles":"staff"}""", 400, "malformed")]
    public async Task An_account_is_made_by_the_rules_or_not_at_all(string body, int status, string code)
    {
        using var root = await server.SignIn("root", Role.Administrator);
        var before = await server.Database.Ask<long>("select count(*) from account.account");
        var answer = await root.PostAsync("/api/accounts", new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal((status, code), ((int)answer.StatusCode, (string?)(await Json(answer))["code"]));
        Assert.Equal(before, await server.Database.Ask<long>("select count(*) from account.account"));
    }

    [Fact]
    public async Task A_name_of_10_kB_is_no_name()
    {
        using var root = await server.SignIn("root", Role.Administrator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await root.PostAsJsonAsync("/api/accounts", new { name = new string('n', 10_000), roles = new[] { "staff" } }, Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_stays_also_when_two_go_at_once()
    {
        await using var database = await server.Clone();
        await server.Database.Execute("update account.account set disabled_at = now() where 'administrator' = any(roles)");
        using var one = await server.SignIn("one", Role.Administrator);
        await server.Database.Execute($"update account.account set disabled_at = null where id = '{SignedIn.IdOf("one")}'");
        Assert.Equal("last-administrator", (string?)(await Json(await one.PostAsync($"/api/accounts/{SignedIn.IdOf("one")}/disable", null, Cancel)))["code"]);
        Assert.Equal("last-administrator", (string?)(await Json(await one.PutAsJsonAsync($"/api/accounts/{SignedIn.IdOf("one")}/roles", new { roles = new[] { "staff" } }, Cancel)))["code"]);

        using var two = await server.SignIn("two", Role.Administrator);
        var both = await Task.WhenAll(
            one.PostAsync($"/api/accounts/{SignedIn.IdOf("two")}/disable", null, Cancel),
            two.PostAsync($"/api/accounts/{SignedIn.IdOf("one")}/disable", null, Cancel));
        Assert.Contains(HttpStatusCode.OK, both.Select(answer => answer.StatusCode));
        Assert.Equal(1L, await server.Database.Ask<long>("select count(*) from account.account where 'administrator' = any(roles) and disabled_at is null"));
        await server.Database.Execute("update account.account set disabled_at = null");
    }

    [Theory]
    [InlineData("0199b0a0-0000-7000-8000-000000000000")]
    [InlineData("nobody")]
    public async Task Whom_nobody_knows_is_404(string id)
    {
        using var root = await server.SignIn("root", Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await root.PostAsync($"/api/accounts/{id}/disable", null, Cancel)).StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
}
