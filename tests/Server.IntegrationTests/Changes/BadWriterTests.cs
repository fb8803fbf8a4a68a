using System.Net;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>Who may not write, or not like that: a code, and nothing is half done.</summary>
public sealed class BadWriterTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Park = """{"collection":"parks","code":"park-2","based_on":1,"properties":{"name_en":"another"}}""";

    [Fact]
    public async Task A_token_beside_a_cookie_is_refused_and_writes_nothing()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        anna.DefaultRequestHeaders.Add("Authorization", $"Bearer {await server.Token("anna")}");
        foreach (var answer in new[] { await anna.Post("/api/drafts", Park), await anna.Read("/api/drafts"), await anna.Post("/api/change-sets", $$"""{"title":"t","basis":"b","features":[{{Park}}]}""") })
        {
            Assert.Equal("two-credentials", answer.Must(HttpStatusCode.BadRequest).Code);
        }

        await Nothing("anna");
    }

    [Fact]
    public async Task An_account_that_is_disabled_while_signed_in_writes_and_decides_nothing_more()
    {
        using var staff = await server.SignIn("bo", Role.Staff);
        using var reviewer = await server.SignIn("chen", Role.Reviewer);
        var set = (await staff.Post("/api/change-sets", $$"""{"title":"t","basis":"b","features":[{{Park}}]}""")).Must(HttpStatusCode.Created);
        var address = $"/api/change-sets/{(long)set.Json!["id"]!}";
        var submitted = (await staff.Post($"{address}/submit", tag: set.Tag)).Must(HttpStatusCode.OK);
        await server.Database.Execute($"update account.account set disabled_at = now() where name in ('bo', 'chen')");
        foreach (var answer in new[] { await staff.Post("/api/drafts", Park), await staff.Post($"{address}/withdraw", tag: submitted.Tag), await reviewer.Post($"{address}/approve", tag: submitted.Tag) })
        {
            Assert.Equal("not-signed-in", answer.Must(HttpStatusCode.Unauthorized).Code);
        }

        Assert.Equal("in-review", await server.Database.Ask<string>($"select state from plan.change_set where id = {(long)set.Json["id"]!}"));
        Assert.Equal(1, await server.Database.Ask<int>("select version from published.parks where code = 'park-2'"));
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from plan.draft where owner = '{SignedIn.IdOf("bo")}'"));
    }

    [Fact]
    public async Task Another_s_draft_and_another_s_set_are_nobody_else_s_to_write()
    {
        var feature = Park.Replace("park-2", "park-4", StringComparison.Ordinal);
        using var owner = await server.SignIn("fei", Role.Staff);
        using var other = await server.SignIn("gao", Role.Staff);
        var draft = (await owner.Post("/api/drafts", feature)).Must(HttpStatusCode.Created);
        var taken = $$"""{"title":"t","basis":"b","drafts":["{{(string)draft.Json!["id"]!}}"]}""";
        Assert.Equal("draft-unknown", (await other.Post("/api/change-sets", taken)).Must(HttpStatusCode.NotFound).Code);
        await Nothing("gao");

        var set = (await owner.Post("/api/change-sets", taken)).Must(HttpStatusCode.Created);
        var address = $"/api/change-sets/{(long)set.Json!["id"]!}";
        Assert.Equal("change-set-unknown", (await other.Post($"{address}/submit", tag: set.Tag)).Must(HttpStatusCode.NotFound).Code);
        var replaced = $$"""{"title":"t","basis":"b","features":[{{feature}}]}""";
        var placed = (await owner.Write(HttpMethod.Put, address, replaced, set.Tag)).Must(HttpStatusCode.OK);
        var submitted = (await owner.Post($"{address}/submit", tag: placed.Tag)).Must(HttpStatusCode.OK);
        foreach (var answer in new[] { await other.Post($"{address}/withdraw", tag: submitted.Tag), await other.Write(HttpMethod.Put, address, replaced, submitted.Tag) })
        {
            Assert.Equal("not-the-author", answer.Must(HttpStatusCode.Forbidden).Code);
        }

        (await owner.Post($"{address}/withdraw", tag: submitted.Tag)).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_name_of_10_kB_is_kept_in_a_draft_and_is_no_name_of_a_feature()
    {
        using var staff = await server.SignIn("ding", Role.Staff);
        var name = new string('名', 3500);
        (await staff.Post("/api/drafts", $$"""{"collection":"parks","code":"park-3","based_on":1,"properties":{"name_zh":"{{name}}"} }""")).Must(HttpStatusCode.Created);
        var set = (await staff.Post("/api/change-sets", $$"""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-3","based_on":1,"properties":{"name_zh":"{{name}}"} }]}""")).Must(HttpStatusCode.Created);
        var refused = (await staff.Post($"/api/change-sets/{(long)set.Json!["id"]!}/submit", tag: set.Tag)).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("features-have-faults", refused.Code);
        Assert.Equal("text-too-long", (string)refused.Json!["args"]!["faults"]![0]!["fault"]!);
        foreach (var (member, body) in new[] { ("title", $$"""{"title":"{{name}}","basis":"b","features":[{{Park}}]}"""), ("basis", $$"""{"title":"t","basis":"{{name}}","features":[{{Park}}]}""") })
        {
            var tooLong = (await staff.Post("/api/change-sets", body)).Must(HttpStatusCode.UnprocessableEntity);
            Assert.Equal(("text-too-long", member), (tooLong.Code, (string)tooLong.Json!["args"]!["property"]!));
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Another_site_makes_nobody_write_with_their_session(string header, string value)
    {
        using var anna = await server.SignIn("eva", Role.Staff, Role.Reviewer);
        anna.DefaultRequestHeaders.Add(header, value);
        foreach (var address in new[] { "/api/drafts", "/api/change-sets", "/api/change-sets/1/submit", "/api/change-sets/1/approve", "/api/change-sets/1/withdraw" })
        {
            Assert.Equal("other-origin", (await anna.Post(address, Park, tag: "\"change-set-1-1\"")).Must(HttpStatusCode.Forbidden).Code);
        }

        await Nothing("eva");
    }

    /// <summary>Of this author there is neither a draft nor a set.</summary>
    private async Task Nothing(string name) => Assert.Equal(0L, await server.Database.Ask<long>(
        $"select (select count(*) from plan.draft where owner = '{SignedIn.IdOf(name)}') + (select count(*) from plan.change_set where author = '{SignedIn.IdOf(name)}')"));
}
