using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The plan's revision is the ETag of everything it says; answers are compressed and say what they depend on.</summary>
public sealed class RevalidationTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    public static TheoryData<string> Addresses =>
        [
            "/ogc", "/ogc/collections", "/ogc/collections/parks", "/ogc/collections/projects/items", "/ogc/collections/projects/facets", "/ogc/collections/projects/schema", "/ogc/collections/projects/export?f=csv", "/ogc/collections/projects/export?f=gpkg",
            "/ogc/collections/projects/identify?x=116.6&y=35.4&z=10", "/ogc/tiles/WebMercatorQuad/tilejson", "/ogc/collections/projects/items?f=html", "/ogc/collections/projects/items/project-4-1-1?f=html",
            "/api/filter/matches?filter=plan_status='planned'", "/api/catalogue", "/api/plan/targets", "/api/plan/gaps", "/api/plan/policies?kind=fund", "/api/parks/match?industry_chain=automotive", "/api/plan/outline", "/api/plan/chapters/12", "/api/plan/paragraphs/fyp14-chapter-20-p3", "/api/industries/automotive",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_same_revision_is_304_without_a_body(string address)
    {
        var first = await server.Send(address);
        var tag = first.Headers.ETag!.ToString();
        var again = await server.Send(address, ("If-None-Match", tag));

        Assert.StartsWith($"W/\"{await server.Database.Ask<long>("select value from plan.revision")}-", tag, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(again.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task A_304_asks_for_no_data()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        var first = await client.GetAsync("/ogc/collections/parks/items", TestContext.Current.CancellationToken);

        // With the view gone, whoever asks it fails.
        await database.Execute("drop view published.parks cascade");
        var request = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/parks/items");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/ogc/collections/parks/items", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/ogc/collections/nothing", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/nothing/items", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/projects/items/nothing", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/projects/items/nothing?as-of=2026-01-01T00:00:00Z", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/projects/items/nothing?f=html", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/projects/items/project-9-1-2", HttpStatusCode.PermanentRedirect)]
    [InlineData("/ogc/collections/projects/items?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/projects/items?limit=0&f=html", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/projects/items?filter=nothing=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/projects/facets?bbox=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/projects/identify?x=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/projects/export?f=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/projects/schema?nothing=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/tileMatrixSets/nothing", HttpStatusCode.NotFound)]
    [InlineData("/ogc/tiles/nothing/tilejson", HttpStatusCode.NotFound)]
    [InlineData("/ogc/tiles/WebMercatorQuad/3/9/9", HttpStatusCode.NotFound)]
    [InlineData("/ogc/tiles/WebMercatorQuad/3/1/1?nothing=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc?nothing=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/filter/matches", HttpStatusCode.BadRequest)]
    [InlineData("/api/plan/targets?nothing=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/plan/gaps?nothing=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/plan/policies?kind=tea", HttpStatusCode.BadRequest)]
    [InlineData("/api/plan/chapters/999", HttpStatusCode.NotFound)]
    [InlineData("/api/plan/paragraphs/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/industries/nothing", HttpStatusCode.NotFound)]
    public async Task Preconditions_come_after_the_status(string address, HttpStatusCode status)
    {
        var tag = (await server.Send("/ogc")).Headers.ETag!.ToString();
        Assert.Equal(status, (await server.Send(address)).StatusCode);
        Assert.Equal(status, (await server.Send(address, ("If-None-Match", "*"))).StatusCode);
        Assert.Equal(status, (await server.Send(address, ("If-None-Match", tag))).StatusCode);
    }

    [Fact]
    public async Task A_visible_change_is_seen_within_two_seconds()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        var before = await client.GetAsync("/ogc/collections/parks/items", TestContext.Current.CancellationToken);
        await database.AllowRewriting("parks");
        await database.Execute("begin; update feature.parks set name_zh = '改名'; select plan.raise_revision(); commit");

        // The news takes a moment; two seconds are promised.
        var until = DateTime.UtcNow.AddSeconds(2);
        HttpResponseMessage after;
        do
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/parks/items");
            request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
            after = await client.SendAsync(request, TestContext.Current.CancellationToken);
        }
        while (after.StatusCode == HttpStatusCode.NotModified && DateTime.UtcNow < until);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("改名", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_made_again_by_another_process_do_not_disturb_readers()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        for (var round = 0; round < 10; round++)
        {
            // From the second time on the statement is a prepared one.
            if (round == 5)
            {
                await database.Execute("select plan.publish_collection('parks')");
            }

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/ogc/collections/parks/items?limit=3", TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task A_head_request_has_the_headers_and_no_body()
    {
        var response = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/ogc/collections/parks"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_when_asked(string encoding)
    {
        var response = await server.Send("/ogc/collections/projects/items?limit=1000", ("Accept-Encoding", encoding));
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task An_error_is_not_cached_and_has_no_tag()
    {
        var response = await server.Send("/ogc/collections/projects/items?limit=0");
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/ogc")]
    [InlineData("/ogc/collections/projects/items?limit=0")]
    [InlineData("/health/live")]
    public async Task Every_answer_says_what_a_page_may_load(string address)
    {
        var response = await server.Send(address);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
