using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>HEAD is GET without the body, OPTIONS says what is allowed, and pages of other origins may read what is public. Over a real connection.</summary>
public sealed class MethodTests(WiredServer server) : IClassFixture<WiredServer>
{
    public static TheoryData<string> Readable =>
    [
        "/ogc", "/ogc?f=html", "/ogc/conformance", "/ogc/api", "/ogc/functions", "/ogc/collections", "/ogc/collections/parks", "/ogc/collections/parks?f=html",
        "/ogc/collections/parks/queryables", "/ogc/collections/parks/schema", "/ogc/collections/parks/items?limit=2", "/ogc/collections/parks/items/park-5",
        "/ogc/collections/parks/items/park-5?f=html", "/ogc/collections/projects/items/project-9-1-2", "/ogc/collections/parks/facets", "/ogc/collections/parks/identify?x=116.6&y=35.4&z=12",
        "/ogc/collections/parks/export?f=geojson", "/ogc/tileMatrixSets", "/ogc/tiles", "/ogc/tiles/WebMercatorQuad", "/ogc/tiles/WebMercatorQuad/tilejson",
        "/ogc/tiles/WebMercatorQuad/10/404/843", "/ogc/tiles/WebMercatorQuad/10/0/0", "/ogc/collections/parks/tiles/WebMercatorQuad/10/404/843",
        "/api/catalogue", "/api/changes", "/api/plan/targets", "/api/plan/gaps", "/api/plan/policies", "/api/parks/match?industry_chain=automotive", "/api/plan/outline", "/api/industries/biopharma", "/api/search?q=park", "/api/coordinates?x=116.6&y=35.4&crs=EPSG:4490",
        "/api/filter/check?filter=horizon_from%3E2020", "/health/live", "/health/ready", "/api/client-config", "/ogc/nothing", "/ogc/collections/parks/items?nonsense=1",
    ];

    /// <summary>Of a body that is not sent nobody knows how it would have been framed.</summary>
    private static readonly string[] OfTheBody = ["Content-Length", "Transfer-Encoding", "Content-Encoding", "Vary", "Date"];

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task HEAD_is_GET_without_a_body(string address)
    {
        var get = await server.Send(HttpMethod.Get, address);
        var head = await server.Send(HttpMethod.Head, address);
        Assert.Equal((get.StatusCode, Headers(get)), (head.StatusCode, Headers(head)));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task OPTIONS_says_what_is_allowed(string address)
    {
        var exists = (await server.Send(HttpMethod.Get, address)).StatusCode != HttpStatusCode.NotFound;
        var options = await server.Send(HttpMethod.Options, address);
        Assert.Equal(exists ? HttpStatusCode.NoContent : HttpStatusCode.NotFound, options.StatusCode);
        Assert.Equal(exists ? Allowed(address) : [], options.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task What_changes_something_is_refused_with_what_is_allowed(string address)
    {
        var answer = await server.Send(HttpMethod.Delete, address);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        if (Writing(address).Contains("DELETE"))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            answer = await server.Send(HttpMethod.Post, address);
        }

        if (answer.StatusCode != HttpStatusCode.NotFound)
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal(Allowed(address), answer.Content.Headers.Allow.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Another_origin_may_read_what_is_public_and_never_as_somebody(string address)
    {
        foreach (var origin in new[] { "https://evil.example", "null" })
        {
            var answer = await server.Send(HttpMethod.Get, address, ("Origin", origin), ("Cookie", "a=b"));
            var isOpen = !address.StartsWith("/api/client-config", StringComparison.Ordinal);
            Assert.Equal(isOpen ? "*" : null, Header(answer, "Access-Control-Allow-Origin"));
            Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
            if (isOpen)
            {
                var exposed = Header(answer, "Access-Control-Expose-Headers")!.Split(", ");
                Assert.Superset(new HashSet<string> { "ETag", "Content-Crs", "Link", "Tile-Thinned", "Content-Disposition" }, exposed.ToHashSet());
            }
        }
    }

    [Fact]
    public async Task A_preflight_lets_a_reader_come_with_any_header_and_nobody_write()
    {
        var answer = await server.Send(
            HttpMethod.Options,
            "/ogc/collections/parks/items",
            ("Origin", "https://other.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "if-none-match,x-requested-with"));
        Assert.Equal(
            (HttpStatusCode.NoContent, "*", "GET, HEAD, OPTIONS", "if-none-match,x-requested-with"),
            (answer.StatusCode, Header(answer, "Access-Control-Allow-Origin"), Header(answer, "Access-Control-Allow-Methods"), Header(answer, "Access-Control-Allow-Headers")));
    }

    private static IEnumerable<string> Allowed(string address) => Writing(address).Concat(["GET", "HEAD", "OPTIONS"]).Order(StringComparer.Ordinal);

    /// <summary>What staff may do there by token (Editing).</summary>
    private static string[] Writing(string address) => address.Split('?')[0].Split('/') switch
    {
        [.., "items"] => ["POST"],
        [.., "items", _] => ["DELETE", "PATCH", "PUT"],
        _ => [],
    };

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => !OfTheBody.Contains(header.Key))
        .OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
}
