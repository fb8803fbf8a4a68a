using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Accounts;

/// <summary>How somebody comes in, stays and goes.</summary>
public sealed class SignInTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Chosen = "cranes over the grand canal";

    [Fact]
    public async Task A_given_password_is_changed_first_and_then_the_roles_hold()
    {
        var (name, given) = await Add(Role.Administrator);
        using var page = await SignedInWith(name, given);
        Assert.True((bool)(await Json(await page.GetAsync("/api/account", Cancel)))["must_change_password"]!);
        await Refused(await page.GetAsync("/api/accounts", Cancel), HttpStatusCode.Forbidden, "password-must-change");

        await Refused(await Post(page, "/api/account/password", new { current = given, next = "short" }), HttpStatusCode.UnprocessableEntity, "password-too-short");
        await Refused(await Post(page, "/api/account/password", new { current = given, next = "passwordpassword1" }), HttpStatusCode.UnprocessableEntity, "password-common");
        await Refused(await Post(page, "/api/account/password", new { current = given, next = new string('x', 400) }), HttpStatusCode.UnprocessableEntity, "password-too-long");
        await Refused(await Post(page, "/api/account/password", new { current = "not the one that is", next = Chosen }), HttpStatusCode.Unauthorized, "sign-in-failed");
        var changed = await Post(page, "/api/account/password", new { current = given, next = Chosen });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        // The session goes on under another secret; the old one is of no use.
        await Refused(await page.GetAsync("/api/account", Cancel), HttpStatusCode.Unauthorized, "not-signed-in");
        using var after = server.Page(CookieOf(changed));
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/api/accounts", Cancel)).StatusCode);
        using var nobody = server.Page();
        await Refused(await Post(nobody, "/api/account/sign-in", new { name, password = given }), HttpStatusCode.Unauthorized, "sign-in-failed");
    }

    [Fact]
    public async Task The_cookie_is_for_the_api_of_this_site_and_no_script()
    {
        var (name, given) = await Add(Role.Viewer);
        using var nobody = server.Page();
        var answer = await Post(nobody, "/api/account/sign-in", new { name = name.ToUpperInvariant(), password = given });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^spatialplan=[^;]+; path=/api; samesite=strict; httponly$", cookie);
        Assert.Equal("private, no-store", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order().Reverse()));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        var (name, given) = await Add(Role.Viewer);
        using var here = await SignedInWith(name, given);
        using var there = await SignedInWith(name, given);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(here, "/api/account/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await here.GetAsync("/api/account", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/api/account", Cancel)).StatusCode);

        using var again = await SignedInWith(name, given);
        Assert.Equal(HttpStatusCode.NoContent, (await Post(again, "/api/account/sign-out/everywhere")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/account", Cancel)).StatusCode);

        // Whose session has ended signs out all the same.
        Assert.Equal(HttpStatusCode.NoContent, (await Post(there, "/api/account/sign-out")).StatusCode);
    }

    [Theory]
    [InlineData("used_at = now() - interval '121 minutes'")]
    [InlineData("expires_at = now() - interval '1 second'")]
    [InlineData("security_stamp = 'another'")]
    public async Task A_session_ends_when_nobody_was_there_and_after_a_day_s_work(string change)
    {
        var (name, given) = await Add(Role.Viewer);
        using var page = await SignedInWith(name, given);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/api/account", Cancel)).StatusCode);
        await server.Database.Execute($"update account.session set {change} where account = (select id from account.account where name = '{name}')");
        await Refused(await page.GetAsync("/api/account", Cancel), HttpStatusCode.Unauthorized, "not-signed-in");
    }

    /// <summary>Whoever has set a session in somebody's browser does not share what they sign in to.</summary>
    [Fact]
    public async Task Signing_in_begins_another_session_and_ends_the_one_that_was_brought()
    {
        var (mallory, hers) = await Add(Role.Viewer);
        var (victim, theirs) = await Add(Role.Viewer);
        using var fixedOn = await SignedInWith(mallory, hers);
        var brought = fixedOn.DefaultRequestHeaders.GetValues("Cookie").Single();
        var answer = await Post(fixedOn, "/api/account/sign-in", new { name = victim, password = theirs });
        Assert.NotEqual(brought, CookieOf(answer));
        Assert.Equal(HttpStatusCode.Unauthorized, (await fixedOn.GetAsync("/api/account", Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_account_that_is_disabled_is_so_at_once_and_its_roles_are_those_of_now()
    {
        var (name, given) = await Add(Role.Viewer);
        using var page = await SignedInWith(name, given);
        var id = Guid.Parse((string)(await Json(await page.GetAsync("/api/account", Cancel)))["id"]!);
        await With(changes => changes.SetRoles(Doer.Operator, id, [Role.Staff]));
        Assert.Equal("staff", (string)(await Json(await page.GetAsync("/api/account", Cancel)))["roles"]![0]!);
        await With(changes => changes.Disable(Doer.Operator, id));
        await Refused(await page.GetAsync("/api/account", Cancel), HttpStatusCode.Unauthorized, "not-signed-in");
        await Refused(await Post(page, "/api/account/sign-in", new { name, password = given }), HttpStatusCode.Unauthorized, "sign-in-failed");
    }

    [Fact]
    public async Task Nothing_tells_whether_a_name_exists_and_what_happened_is_written_down()
    {
        var (name, given) = await Add(Role.Viewer);
        using var page = server.Page();
        var wrong = await (await Post(page, "/api/account/sign-in", new { name, password = "not the one that is" })).Content.ReadAsStringAsync(Cancel);
        var unknown = await (await Post(page, "/api/account/sign-in", new { name = "nobody at all", password = given })).Content.ReadAsStringAsync(Cancel);
        var huge = await Post(page, "/api/account/sign-in", new { name = new string('n', 10_000), password = given });
        Assert.Equal(HttpStatusCode.Unauthorized, huge.StatusCode);
        Assert.Equal(wrong[..wrong.IndexOf("traceId", StringComparison.Ordinal)], unknown[..unknown.IndexOf("traceId", StringComparison.Ordinal)]);
        Assert.Equal(
            ["added|operator|", "sign-in-failed|own|wrong-password"],
            await server.Database.Rows($"select action, case when actor = account::text then 'own' else actor end, detail ->> 'why' from account.event where account = (select id from account.account where name = '{name}') order by id"));
        Assert.Equal(64L, await server.Database.Ask<long>("select max(length(detail ->> 'name'))::bigint from account.event"));
    }

    [Theory]
    [InlineData("""{"name":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"a","password":"b","roles":["administrator"]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":null,"password":"b"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":1,"password":"b"}""", HttpStatusCode.BadRequest)]
    [InlineData("""[]""", HttpStatusCode.BadRequest)]
    [InlineData("""{""", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"a\u0000","password":"b"}""", HttpStatusCode.BadRequest)]
    public async Task What_is_no_name_and_password_is_refused(string body, HttpStatusCode status)
    {
        using var page = server.Page();
        var answer = await page.PostAsync("/api/account/sign-in", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_body_has_a_measure()
    {
        using var page = server.Page();
        await Refused(await page.PostAsync("/api/account/sign-in", new StringContent($$"""{"name":"a","password":"{{new string('p', 20_000)}}"}""", System.Text.Encoding.UTF8, "application/json"), Cancel), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> Post(HttpClient client, string address, object? body = null) =>
        client.PostAsync(address, body is null ? null : JsonContent.Create(body), Cancel);

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

    private static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string code) =>
        Assert.Equal((status, code), (answer.StatusCode, (string?)(await Json(answer))["code"]));

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Last().Split(';')[0];

    private async Task<HttpClient> SignedInWith(string name, string password)
    {
        using var nobody = server.Page();
        var answer = await Post(nobody, "/api/account/sign-in", new { name, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return server.Page(CookieOf(answer));
    }

    private async Task<(string Name, string Password)> Add(params string[] roles)
    {
        var name = $"person {Guid.NewGuid():N}";
        return (name, (await With(changes => changes.Add(Doer.Operator, name, roles))).Password);
    }

    private async Task<T> With<T>(Func<AccountChanges, Task<T>> change)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await change(scope.ServiceProvider.GetRequiredService<AccountChanges>());
    }
}
