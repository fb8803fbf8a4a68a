using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Accounts;

/// <summary>Personal access tokens: a program is its owner, within a scope, until a day.</summary>
public sealed class TokenTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task A_token_is_shown_once_works_both_ways_and_ends()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        var made = JsonNode.Parse(await (await anna.PostAsJsonAsync("/api/account/tokens", new { name = "QGIS", scope = "read", days = 30 }, Cancel)).Content.ReadAsStringAsync(Cancel))!;
        var secret = (string)made["secret"]!;
        Assert.Matches("^spatialplan_[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(1L, await server.Database.Ask<long>($"select count(*) from account.token where hash = sha256('{secret}') and name = 'QGIS'"));
        Assert.DoesNotContain(secret, await anna.GetStringAsync("/api/account/tokens", Cancel), StringComparison.Ordinal);

        foreach (var header in new[] { $"Bearer {secret}", $"bearer {secret}", $"Basic {Basic("anna", secret)}", $"Basic {Basic("", secret)}" })
        {
            Assert.Equal("anna", (string)JsonNode.Parse(await (await Ask(header)).Content.ReadAsStringAsync(Cancel))!["name"]!);
        }

        Assert.NotNull(JsonNode.Parse(await anna.GetStringAsync("/api/account/tokens", Cancel))!["tokens"]!.AsArray().Single(one => (string)one!["name"]! == "QGIS")!["used_at"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask($"Bearer {secret}", ("Cookie", "a=b"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await anna.DeleteAsync($"/api/account/tokens/{made["token"]!["id"]}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask($"Bearer {secret}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.DeleteAsync($"/api/account/tokens/{made["token"]!["id"]}", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("update account.token set expires_at = now()")]
    [InlineData("update account.token set revoked_at = now()")]
    [InlineData("update account.account set disabled_at = now()")]
    [InlineData("update account.account set temporary_until = now() + interval '1 day'")]
    public async Task A_token_that_has_ended_or_whose_owner_has_is_nobody(string end)
    {
        await server.AddAccount("berta", Role.Viewer);
        await server.Database.Execute("update account.account set disabled_at = null, temporary_until = null where name = 'berta'");
        var secret = await server.Token("berta");
        Assert.Equal(HttpStatusCode.OK, (await Ask($"Bearer {secret}")).StatusCode);
        await server.Database.Execute($"{end} where {(end.Contains("token set", StringComparison.Ordinal) ? "account" : "id")} = '{SignedIn.IdOf("berta")}'");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask($"Bearer {secret}")).StatusCode);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer x")]
    [InlineData("Bearer spatialplan_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic !!!")]
    [InlineData("Basic YQ==")]
    [InlineData("Digest username=a")]
    [InlineData("")]
    public async Task What_is_no_token_is_nobody(string header) => Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(header)).StatusCode);

    [Theory]
    [InlineData("""{"name":"","scope":"read","days":1}""", 422)]
    [InlineData("""{"name":"x","scope":"all","days":1}""", 422)]
    [InlineData("""{"name":"x","scope":"read","days":0}""", 422)]
    [InlineData("""{"name":"x","scope":"read","days":1000000}""", 422)]
    [InlineData("""{"name":"x","scope":"read","days":"1"}""", 400)]
    [InlineData("""{"name":"x","scope":"read"}""", 400)]
    [InlineData("""{"name":"x","scope":"read","days":1,"account":"another"}""", 400)]
    public async Task A_token_has_a_name_a_scope_and_an_end(string body, int status)
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        Assert.Equal(status, (int)(await anna.PostAsync("/api/account/tokens", new StringContent(body, Encoding.UTF8, "application/json"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Another_s_token_is_not_there()
    {
        using var anna = await server.SignIn("anna", Role.Administrator);
        await server.AddAccount("clara", Role.Viewer);
        var secret = await server.Token("clara");
        var id = await server.Database.Ask<Guid>($"select id from account.token where account = '{SignedIn.IdOf("clara")}'");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.DeleteAsync($"/api/account/tokens/{id}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask($"Bearer {secret}")).StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Basic(string name, string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}"));

    private async Task<HttpResponseMessage> Ask(string authorization, params (string Name, string Value)[] headers)
    {
        using var program = server.NewClient();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/account");
        foreach (var (name, value) in headers.Prepend(("Authorization", authorization)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await program.SendAsync(request, Cancel);
    }
}
