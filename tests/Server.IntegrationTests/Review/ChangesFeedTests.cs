using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>The feed of what was published: an entry a revision, for everybody, in JSON and Atom, and nobody's name.</summary>
public sealed class ChangesFeedTests(PlanServer server) : IClassFixture<PlanServer>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task What_was_approved_is_in_the_feed_and_what_is_under_review_is_not()
    {
        using var staff = await server.SignIn("proposes", Role.Staff);
        using var reviewer = await server.SignIn("approves", Role.Reviewer);
        var set = await server.Submitted(staff);
        var before = await Changes("");
        Assert.DoesNotContain(before, change => change["features"]!.AsArray().Any(feature => (string)feature!["code"]! == set.Code && (int)feature["version"]! > set.Version));
        await reviewer.Act(set, "approve", """{"comment":"between us"}""");

        var answer = await server.Get("/api/changes");
        var newest = answer["changes"]![0]!;
        var feature = newest["features"]![0]!;
        Assert.Equal(((long)answer["revision"]!, 1), ((long)newest["revision"]!, (int)newest["number"]!));
        Assert.Equal(("projects", set.Code, set.Version + 1, "published"), ((string)feature["collection"]!, (string)feature["code"]!, (int)feature["version"]!, (string)feature["action"]!));
        Assert.NotEmpty((string)feature["name_zh"]!);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(PathOf(feature["history"]!))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync(PathOf(newest["decision_sheet"]!), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Send(PathOf(newest["decision_sheet"]!))).StatusCode);
        var atom = await (await server.Send("/api/changes?f=atom")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var secret in new[] { "proposes", "approves", "between us", "document 7", $"a place for", SignedIn.IdOf("proposes").ToString() })
        {
            Assert.DoesNotContain(secret, answer.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, atom, StringComparison.Ordinal);
        }

        // A program that has read up to a revision asks for what came after it, and misses nothing.
        Assert.Equal([(long)newest["revision"]!], Revisions(await Changes($"?since={(long)newest["revision"]! - 1}")));
        Assert.Empty(await Changes($"?since={(long)newest["revision"]!}"));
    }

    [Fact]
    public async Task What_was_taken_off_the_plan_is_in_the_feed_under_its_last_version()
    {
        using var staff = await server.SignIn("removes", Role.Staff);
        using var reviewer = await server.SignIn("agrees", Role.Reviewer);
        var found = (await server.Database.Rows("select f.code, f.version, f.name_zh from published.facilities f order by f.code limit 1"))[0].Split('|');
        var set = await SubmittedSets.Approved(staff, reviewer, SubmittedSets.Body($$"""{"collection":"facilities","code":"{{found[0]}}","based_on":{{found[1]}},"action":"withdraw"}"""));
        var newest = (await Changes("?collection=facilities"))[0];
        Assert.Equal((1, "withdrawn", found[0], int.Parse(found[1], CultureInfo.InvariantCulture), found[2]), (
            newest["features"]!.AsArray().Count, (string)newest["features"]![0]!["action"]!, (string)newest["features"]![0]!["code"]!, (int)newest["features"]![0]!["version"]!, (string)newest["features"]![0]!["name_zh"]!));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_revision_each_once_and_a_collection_is_asked_for_alone()
    {
        using var staff = await server.SignIn("walks", Role.Staff);
        using var reviewer = await server.SignIn("decides", Role.Reviewer);
        for (var round = 0; round < 3; round++)
        {
            await reviewer.Act(await server.Submitted(staff), "approve");
        }

        var all = Revisions(await Changes("?limit=100"));
        Assert.Equal(all.OrderDescending(), all);
        List<long> walked = [];
        for (var address = "/api/changes?limit=1"; address is not null;)
        {
            var page = await server.Get(address);
            walked.AddRange(Revisions([.. page["changes"]!.AsArray().Select(change => change!)]));
            address = page["links"]!.AsArray().FirstOrDefault(link => (string)link!["rel"]! == "next") is { } next ? PathOf(next["href"]!) : null;
        }

        Assert.Equal(all, walked);
        var loaded = (await Changes("?limit=100"))[^1];
        Assert.Null(loaded["decision"]);
        Assert.Equal(20, loaded["features"]!.AsArray().Count);
        Assert.Equal((long)loaded["number"]!, loaded["collections"]!.AsArray().Sum(part => (long)part!["number"]!));
        var parks = (await Changes("?collection=parks&limit=100"))[^1];
        Assert.Equal(await server.Database.Ask<long>("select count(*) from feature.parks where version = 1"), (long)parks["number"]!);
        Assert.All(parks["features"]!.AsArray(), feature => Assert.Equal("parks", (string)feature!["collection"]!));
    }

    [Fact]
    public async Task A_day_and_an_instant_are_asked_for_as_a_beginning()
    {
        var today = DateTime.UtcNow;
        Assert.NotEmpty(await Changes($"?since={today:yyyy-MM-dd}"));
        Assert.Empty(await Changes($"?since={today.AddDays(1):yyyy-MM-dd}"));
        Assert.Empty(await Changes($"?since={Uri.EscapeDataString(today.AddMinutes(5).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))}"));
    }

    [Fact]
    public async Task A_reader_of_feeds_is_given_valid_Atom_in_its_language_whose_ids_stay()
    {
        var answer = await server.Send("/api/changes?lang=en", ("Accept", "application/atom+xml, application/xml;q=0.9, */*;q=0.1"));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/json", (await server.Send("/api/changes", ("Accept", "*/*"))).Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Equal((Atom + "feed", "en"), (feed.Name, (string)feed.Attribute(XNamespace.Xml + "lang")!));
        Assert.Single(feed.Elements(Atom + "author"));
        foreach (var part in feed.Elements(Atom + "entry").Prepend(feed))
        {
            foreach (var needed in new[] { "id", "title", "updated" })
            {
                Assert.NotEqual("", ((string)Assert.Single(part.Elements(Atom + needed))).Trim());
            }

            Assert.True(Uri.IsWellFormedUriString((string)part.Element(Atom + "id")!, UriKind.Absolute));
            Assert.True(DateTimeOffset.TryParseExact((string)part.Element(Atom + "updated")!, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
            Assert.All(part.Elements(Atom + "link"), link => Assert.True(Uri.IsWellFormedUriString((string)link.Attribute("href")!, UriKind.Absolute)));
            Assert.Single(part.Elements(Atom + "link"), link => (string)link.Attribute("rel")! == "alternate");
        }

        var ids = Ids(feed);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal((string)feed.Elements(Atom + "entry").First().Element(Atom + "updated")!, (string)feed.Element(Atom + "updated")!);
        Assert.Contains("more features", (string)feed.Elements(Atom + "entry").Last().Element(Atom + "content")!, StringComparison.Ordinal);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/api/changes?f=atom&lang=zh&limit=100") { Headers = { Host = "127.0.0.1" } };
        var other = XDocument.Parse(await (await server.Client.SendAsync(elsewhere, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Subset(Ids(other).ToHashSet(), ids.ToHashSet());
    }

    [Fact]
    public async Task Who_has_it_is_told_so_by_tag_and_by_day()
    {
        const string Feed = "/api/changes?f=atom";
        var first = await server.Send(Feed);
        Assert.NotNull(first.Content.Headers.LastModified);
        var day = first.Content.Headers.LastModified.Value;
        (string, string) Since(DateTimeOffset moment) => ("If-Modified-Since", moment.ToString("R", CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.NotModified, (await server.Send(Feed, ("If-None-Match", first.Headers.ETag!.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await server.Send(Feed, Since(day))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(Feed, Since(day.AddSeconds(-1)))).StatusCode);

        // A tag that is not so any more counts, whatever the day says; and JSON is another answer.
        Assert.Equal(HttpStatusCode.OK, (await server.Send(Feed, ("If-None-Match", "\"of-another-day\""), Since(day))).StatusCode);
        Assert.NotEqual(first.Headers.ETag, (await server.Send("/api/changes?f=json")).Headers.ETag);
    }

    [Fact]
    public async Task Pages_lead_to_it()
    {
        var page = await (await server.Send("/history/parks/park-2?lang=en")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("/api/changes?f=atom&amp;collection=parks", page, StringComparison.Ordinal);
        foreach (var address in new[] { "/ogc/?f=html", "/parks/park-2", "/history/parks/park-2" })
        {
            Assert.Contains("type=\"application/atom&#x2B;xml\"", await (await server.Send(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("limit=x", "limit-invalid")]
    [InlineData("limit=0", "limit-invalid")]
    [InlineData("before=-1", "value-invalid")]
    [InlineData("since=yesterday", "value-invalid")]
    [InlineData("collection=nothing", "collection-unknown")]
    [InlineData("f=rss", "format-not-supported")]
    [InlineData("after=1", "parameter-unknown")]
    public async Task What_cannot_be_asked_is_refused(string query, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem($"/api/changes?{query}", HttpStatusCode.BadRequest))["code"]!);

    private static string[] Ids(XElement feed) => [.. feed.Elements(Atom + "entry").Select(entry => (string)entry.Element(Atom + "id")!)];

    private static long[] Revisions(IReadOnlyList<JsonNode> changes) => [.. changes.Select(change => (long)change["revision"]!)];

    private static string PathOf(JsonNode address) => new Uri((string)address!).PathAndQuery;

    private async Task<IReadOnlyList<JsonNode>> Changes(string query) => [.. (await server.Get($"/api/changes{query}"))["changes"]!.AsArray().Select(change => change!)];
}
