using System.Diagnostics;
using System.Net;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>What a feature was, and when: for everybody what was published, for those who work on it who did it and why.</summary>
public sealed class HistoryTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Park = "/api/features/parks/park-3/history";

    [Fact]
    public async Task Everybody_reads_what_was_published_and_those_who_review_also_who_and_why()
    {
        using var staff = await server.SignIn("writes", Role.Staff);
        using var reviewer = await server.SignIn("reads", Role.Reviewer);
        using var viewer = await server.SignIn("watches", Role.Viewer);
        var before = (await server.Get(Park))["versions"]!.AsArray().Count;
        var version = (int)(await server.Get("/ogc/collections/parks/items/park-3"))["properties"]!["version"]!;
        var name = (string)(await server.Get("/ogc/collections/parks/items/park-3"))["properties"]!["name_en"]!;
        var set = (await staff.Post("/api/change-sets", $$$"""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-3","based_on":{{{version}}},"properties":{"name_en":"Another name"}}]}""")).Must(HttpStatusCode.Created);
        var address = $"/api/change-sets/{(long)set.Json!["id"]!}";
        var submitted = (await staff.Post($"{address}/submit", tag: set.Tag)).Must(HttpStatusCode.OK);

        // What is under review is nobody else's business.
        Assert.Equal(before, (await viewer.Read(Park)).Must(HttpStatusCode.OK).Json!["versions"]!.AsArray().Count);
        Assert.Equal(before + 1, (await reviewer.Read(Park)).Must(HttpStatusCode.OK).Json!["versions"]!.AsArray().Count);
        (await reviewer.Post($"{address}/approve", """{"comment":"as the document says"}""", submitted.Tag)).Must(HttpStatusCode.OK);

        var told = (await server.Get(Park))["versions"]!.AsArray();
        Assert.Equal((before + 1, "name_en", name, "Another name"), (told.Count, (string)told[0]!["changes"]![0]!["property"]!, (string)told[0]!["changes"]![0]!["before"]!, (string)told[0]!["changes"]![0]!["after"]!));
        Assert.Single(told[0]!["changes"]!.AsArray());
        Assert.False((bool)told[0]!["is_moved"]!);
        Assert.NotNull(told[1]!["recorded_to"]);
        Assert.Equal(("staff", "package"), ((string)told[0]!["recorded_as"]!, (string)told[^1]!["recorded_as"]!));
        Assert.DoesNotContain("recorded_by", told.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("writes", told.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("recorded_by", (await viewer.Read(Park)).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("as the document says", told.ToJsonString(), StringComparison.Ordinal);
        var inside = (await staff.Read(Park)).Json!["versions"]![0]!;
        Assert.Equal(("approved", "as the document says"), ((string)inside["review_state"]!, (string)inside["events"]![1]!["comment"]!));
        Assert.Equal(("writes", "reads", "staff"), ((string)inside["recorded_by_name"]!, (string)inside["approved_by_name"]!, (string)inside["recorded_as"]!));
        Assert.Equal(["writes", "reads"], inside["events"]!.AsArray().Select(happened => (string)happened!["actor_name"]!));
        var loaded = (await staff.Read(Park)).Json!["versions"]!.AsArray()[^1]!;
        Assert.Equal(("gis-data", null, "reads"), ((string)loaded["recorded_by"]!, (string?)loaded["recorded_by_name"], (string)loaded["closed_by_name"]!));

        var page = await (await server.Send("/history/parks/park-3?lang=en")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Another name", page, StringComparison.Ordinal);
        Assert.Contains("Submitted by staff, approved by a reviewer", page, StringComparison.Ordinal);
        Assert.Contains("Loaded with the package of the plan", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">writes<", page, StringComparison.Ordinal);
        Assert.Contains($"Version {version + 1}", page, StringComparison.Ordinal);
        Assert.Contains("?asof=", page, StringComparison.Ordinal);

        // One version is chosen, the newest; each has its keys, and those who decided kept a sheet of it.
        Assert.Equal(told.Count, page.Split("type=\"radio\"").Length - 1);
        Assert.Contains($"id=\"version-{version + 1}\" value=\"{version + 1}\" checked", page, StringComparison.Ordinal);
        Assert.Null(told[^1]!["decision"]);
        var decision = (long)told[0]!["decision"]!;
        Assert.Equal(decision, (long)inside["decision"]!);
        Assert.Contains($"/api/decisions/{decision}/sheet", page, StringComparison.Ordinal);
        Assert.Equal("park-3", (string)(await reviewer.Read($"/api/decisions/{decision}")).Must(HttpStatusCode.OK).Json!["items"]![0]!["code"]!);
        Assert.Contains("/history/parks/park-3", await (await server.Send("/ogc/collections/parks/items/park-3?f=html")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/features/parks/park-99/history", "feature-unknown")]
    [InlineData("/api/features/nothing/park-2/history", "collection-unknown")]
    public async Task What_never_was_has_no_history(string address, string code) => Assert.Equal(code, (string)(await server.GetProblem(address, HttpStatusCode.NotFound))["code"]!);

    [Fact]
    public async Task A_day_is_meant_to_its_end_and_the_day_before_the_load_was_empty()
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotEmpty(await server.Codes($"/ogc/collections/parks/items?as-of={today}"));
        Assert.Empty(await server.Codes("/ogc/collections/parks/items?as-of=2020-01-01"));
        await server.GetProblem("/ogc/collections/parks/items/park-2?as-of=2020-01-01", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, (await server.Send($"/ogc/collections/parks/items/park-2?as-of={today}")).StatusCode);
        var now = await (await server.Send($"/ogc/tiles/WebMercatorQuad/10/403/843?as-of={today}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(now);
        Assert.Equal(HttpStatusCode.NoContent, (await server.Send("/ogc/tiles/WebMercatorQuad/10/403/843?as-of=2020-01-01")).StatusCode);
    }

    [Fact]
    public async Task Every_open_page_is_told_of_a_change_within_two_seconds()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var answer = await server.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, cancel);
        Assert.Equal(("text/event-stream", "no-store"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        Assert.Equal("event: revision", await reader.ReadLineAsync(cancel));
        var first = await reader.ReadLineAsync(cancel);
        Assert.Equal("", await reader.ReadLineAsync(cancel));
        await server.Database.Execute("select plan.raise_revision()");
        var clock = Stopwatch.StartNew();
        Assert.Equal("event: revision", await reader.ReadLineAsync(cancel));
        Assert.NotEqual(first, await reader.ReadLineAsync(cancel));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
