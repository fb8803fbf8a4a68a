using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;
using SpatialPlan.Server.IntegrationTests.Pages;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Anybody says that something is wrong; it is a task of the reviewers, who alone see how to reach the writer; the reference reads the answer.</summary>
public sealed class ContestTests : IClassFixture<PlanServer>, IAsyncDisposable
{
    private const string Feature = """{"collection":"parks","code":"park-5"}""";

    private readonly PlanServer server;
    private readonly WebApplicationFactory<Program> application;
    private readonly HttpClient client;

    public ContestTests(PlanServer server)
    {
        this.server = server;
        application = PlanServer.Application(server.Database.Address, ("Plan:Contests:PerHourOfAddress", "1000"), ("Plan:Contests:KeepDays", "30"));
        client = application.CreateClient();
    }

    private static string With(string about, string more = "", string reason = "It does not lie there.") =>
        $"{about[..^1]},\"reason\":\"{reason}\",\"language\":\"en\",\"filled_in_ms\":9000{more}}}";

    private Task<Written> Send(string body) => client.Post("/api/contests", body);

    private async Task<string> Sent(string body) => (string)(await Send(body)).Must(HttpStatusCode.Created).Json!["reference"]!;

    [Fact]
    public async Task A_feature_is_contested_answered_once_and_read_with_the_reference()
    {
        using var reviewer = await server.SignIn("reviewer", Role.Reviewer);
        var receipt = (await Send(With(Feature, ",\"place\":[116.61,35.42],\"contact\":\" ada@example.org \",\"consent\":true"))).Must(HttpStatusCode.Created).Json!;
        var reference = (string)receipt["reference"]!;
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", reference);
        Assert.EndsWith($"/en/contests/{reference}", (string)receipt["url"]!, StringComparison.Ordinal);

        // Everybody with the reference reads what it is about, and not who wrote.
        var open = (await client.Read($"/api/contests/{reference.ToLowerInvariant()}")).Must(HttpStatusCode.OK).Json!;
        Assert.Equal(("open", "park-5", null), ((string)open["state"]!, (string)open["code"]!, (string?)open["answer"]));
        Assert.DoesNotContain("ada@", open.ToJsonString(), StringComparison.Ordinal);

        var task = (await reviewer.Read("/api/review-queue/contests")).Must(HttpStatusCode.OK).Json!;
        Assert.True((int)task["open"]! >= 1);
        var listed = task["contests"]!.AsArray().Single(one => (string)one!["reference"]! == reference)!;
        Assert.Equal(("ada@example.org", 1, "[116.61,35.42]"), ((string)listed["contact"]!, (int)listed["version"]!, listed["place"]!.ToJsonString()));

        const string Answer = """{"outcome":"accepted","answer":"It was drawn too far east; mended."}""";
        var answered = (await reviewer.Post($"/api/contests/{reference}/answer", Answer, key: "once")).Must(HttpStatusCode.OK).Json!;
        Assert.Equal("reviewer", (string)answered["answered_by_name"]!);
        (await reviewer.Post($"/api/contests/{reference}/answer", Answer, key: "once")).Must(HttpStatusCode.OK);
        Assert.Equal("contest-answered", (await reviewer.Post($"/api/contests/{reference}/answer", Answer)).Must(HttpStatusCode.Conflict).Code);

        var read = (await client.Read($"/api/contests/{reference}")).Must(HttpStatusCode.OK).Json!;
        Assert.Equal(("answered", "accepted", "It was drawn too far east; mended."), ((string)read["state"]!, (string)read["outcome"]!, (string)read["answer"]!));
        Assert.Null(read["answered_by"]);
        Assert.DoesNotContain((await reviewer.Read("/api/review-queue/contests")).Json!["contests"]!.AsArray(), one => (string)one!["reference"]! == reference);
        Assert.Contains((await reviewer.Read("/api/review-queue/contests?state=answered")).Json!["contests"]!.AsArray(), one => (string)one!["reference"]! == reference);
    }

    [Fact]
    public async Task Its_writer_deletes_the_contact_and_the_contest_stays()
    {
        var receipt = (await Send(With(Feature, ",\"contact\":\"ada@example.org\",\"consent\":true"))).Json!;
        var link = new Uri((string)receipt["delete_url"]!);
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from contest.contest c where to_jsonb(c)::text like '%{link.Segments[^1]}%'"));
        var page = await client.GetAsync(link.PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal(("no-store", "noindex, nofollow"), (page.Headers.CacheControl!.ToString(), page.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.Equal(1L, await Contacts(receipt));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(link.PathAndQuery, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(0L, await Contacts(receipt));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(link.PathAndQuery, TestContext.Current.CancellationToken)).StatusCode);
        (await client.Read($"/api/contests/{receipt["reference"]}")).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_contact_goes_when_its_time_is_over()
    {
        var receipt = (await Send(With(Feature, ",\"contact\":\"ada@example.org\",\"consent\":true"))).Json!;
        await server.Database.Execute($"alter table contest.contest disable trigger contests_are_final; update contest.contest set received_at = now() - interval '31 days', kept_until = now() - interval '1 second' where reference = '{receipt["reference"]}'; alter table contest.contest enable trigger contests_are_final");
        Assert.Equal(1L, await server.Database.Ask<long>("select review.forget_contacts()"));
        Assert.Equal(0L, await Contacts(receipt));
    }

    private Task<long> Contacts(JsonNode receipt) => server.Database.Ask<long>($"select count(contact) from contest.contest where reference = '{receipt["reference"]}'");

    [Fact]
    public async Task A_paragraph_and_a_finding_are_contested_too()
    {
        var paragraph = await Sent(With("""{"paragraph":"fyp14-box-4-1-item-3"}"""));
        Assert.Equal("fyp14-box-4-1-item-3", (string)(await client.Read($"/api/contests/{paragraph}")).Json!["paragraph"]!);
        var finding = await Sent(With("""{"finding":"belt:belt-liaohe"}""", ",\"place\":[116.61,35.42]"));
        Assert.Equal("belt:belt-liaohe", (string)(await client.Read($"/api/contests/{finding}")).Json!["finding"]!);

        // its page says in words what the id says to programs
        var page = await client.GetStringAsync($"/en/contests/{finding}", TestContext.Current.CancellationToken);
        Assert.Contains("Belts: Liaohe smart vitality belt", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("ko")]
    public async Task Its_pages_are_in_the_language_of_its_writer(string language)
    {
        var receipt = (await Send(With(Feature, ",\"contact\":\"a@b.c\",\"consent\":true", "12345").Replace("\"en\"", $"\"{language}\"", StringComparison.Ordinal))).Json!;
        foreach (var address in new[] { (string)receipt["url"]!, (string)receipt["delete_url"]! })
        {
            var page = ForeignText.Parse(await client.GetStringAsync(new Uri(address).PathAndQuery, TestContext.Current.CancellationToken));
            Assert.Equal(language == "zh" ? "zh-CN" : language, (string)page.Root!.Attribute("lang")!);
            Assert.Empty(ForeignText.Unmarked(page));
        }
    }

    [Theory]
    [InlineData("""{"code":"park-5"}""", "", 422, "contest-about-nothing")]
    [InlineData("""{"collection":"parks"}""", "", 422, "contest-about-nothing")]
    [InlineData("""{"collection":"parks","code":"park-5","paragraph":"fyp14-chapter-12-p2"}""", "", 422, "contest-about-nothing")]
    [InlineData("""{"collection":"parks","code":"park-99"}""", "", 404, "feature-unknown")]
    [InlineData("""{"collection":"nonsense","code":"park-5"}""", "", 404, "feature-unknown")]
    [InlineData("""{"paragraph":"fyp14-chapter-99-p2"}""", "", 404, "paragraph-unknown")]
    [InlineData("""{"paragraph":"fyp14-chapter-12-p2"}""", ",\"sentence\":99999", 422, "contest-field-invalid")]
    [InlineData("""{"collection":"parks","code":"park-5"}""", ",\"sentence\":1", 422, "contest-field-invalid")]
    [InlineData("""{"finding":"belt:liao-river-belt"}""", "", 422, "contest-field-invalid")]
    [InlineData("""{"finding":"a b"}""", ",\"place\":[116,35]", 422, "contest-field-invalid")]
    [InlineData(Feature, ",\"place\":[35.4,116.6]", 422, "contest-field-invalid")]
    [InlineData(Feature, ",\"place\":[116.6]", 422, "contest-field-invalid")]
    [InlineData(Feature, ",\"contact\":\"ada@example.org\"", 422, "contest-consent-missing")]
    [InlineData(Feature, ",\"contact\":\"x\",\"consent\":true", 422, "contest-field-invalid")]
    [InlineData(Feature, ",\"website\":\"spam\"", 422, "contest-not-by-hand")]
    [InlineData(Feature, ",\"answer\":\"x\"", 400, "malformed")]
    [InlineData(Feature, ",\"place\":\"here\"", 400, "malformed")]
    public async Task What_may_not_be_written_is_refused_and_nothing_is_kept(string about, string more, int status, string code)
    {
        var before = await server.Database.Ask<long>("select count(*) from contest.contest");
        var refused = await Send(With(about, more));
        Assert.Equal((status, code), ((int)refused.Status, refused.Code));
        Assert.Equal(before, await server.Database.Ask<long>("select count(*) from contest.contest"));
    }

    [Fact]
    public async Task Who_writes_too_fast_or_too_little_or_too_much_is_refused()
    {
        Assert.Equal("contest-too-fast", (await Send(With(Feature).Replace("9000", "200", StringComparison.Ordinal))).Code);
        Assert.Equal("contest-field-invalid", (await Send(With(Feature, reason: "no"))).Code);
        Assert.Equal("contest-field-invalid", (await Send(With(Feature, reason: new string('x', 2001)))).Code);
        Assert.Equal("too-large", (await Send(With(Feature, reason: new string('x', 100_000)))).Code);
        await using var few = PlanServer.Application(server.Database.Address, ("Plan:Contests:PerHourOfAddress", "1"));
        using var somebody = few.CreateClient();
        (await somebody.Post("/api/contests", With(Feature))).Must(HttpStatusCode.Created);
        Assert.Equal("too-many-contests", (await somebody.Post("/api/contests", With(Feature))).Must(HttpStatusCode.TooManyRequests).Code);
    }

    [Fact]
    public async Task Nobody_else_answers_and_an_answer_says_something()
    {
        var reference = await Sent(With(Feature));
        const string Answer = """{"outcome":"refused","answer":"It is right."}""";
        using var staff = await server.SignIn("staff", Role.Staff);
        using var reviewer = await server.SignIn("answers", Role.Reviewer);
        using var nobody = server.Page();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post($"/api/contests/{reference}/answer", Answer)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Read("/api/review-queue/contests")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Post($"/api/contests/{reference}/answer", Answer)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Read("/api/review-queue/contests")).Status);
        foreach (var body in new[] { """{"outcome":"maybe","answer":"x"}""", """{"outcome":"refused"}""", """{"outcome":"refused","answer":" "}""", """{"answer":"x"}""" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reviewer.Post($"/api/contests/{reference}/answer", body)).Status);
        }

        Assert.Equal("contest-unknown", (await reviewer.Post("/api/contests/AAAA-AAAA-AAAA/answer", Answer)).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("contest-unknown", (await client.Read("/api/contests/1")).Must(HttpStatusCode.NotFound).Code);

        // Whose role was taken away in between answers nothing.
        await server.AddAccount("answers", Role.Staff);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.Post($"/api/contests/{reference}/answer", Answer)).Status);
        Assert.Equal("open", (string)(await client.Read($"/api/contests/{reference}")).Json!["state"]!);
    }

    [Fact]
    public async Task What_was_written_stays_against_the_owner_too()
    {
        var reference = await Sent(With(Feature));
        foreach (var sql in new[] { $"update contest.contest set reason = 'another reason' where reference = '{reference}'", $"delete from contest.contest where reference = '{reference}'" })
        {
            var refused = await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => server.Database.Execute(sql));
            Assert.Equal("contests_are_final", refused.ConstraintName);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }
}
