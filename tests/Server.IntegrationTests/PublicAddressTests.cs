using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Behind a proxy, under a path of its own, by another name: the answers hold together, and nobody is believed who is not known.</summary>
public sealed class PublicAddressTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Public = "https://plan.example/map";

    [Theory]
    [InlineData("/ogc/collections/projects/items?limit=1")]
    [InlineData("/map/ogc/collections/projects/items?limit=1")]
    public async Task Under_a_path_answers_are_the_same_whether_the_proxy_passes_it_on_or_not(string address)
    {
        await using var application = Behind(Public);
        var page = await Get(application, address);
        foreach (var link in page["links"]!.AsArray())
        {
            Assert.StartsWith($"{Public}/ogc/", (string)link!["href"]!, StringComparison.Ordinal);
        }

        var next = new Uri((string)page["links"]!.AsArray().Single(link => (string)link!["rel"]! == "next")!["href"]!);
        Assert.NotEmpty((await Get(application, next.PathAndQuery))["features"]!.AsArray());
    }

    [Theory]
    [InlineData("/ogc/tiles/WebMercatorQuad/tilejson", "tiles")]
    [InlineData("/map/ogc/tiles/WebMercatorQuad/tilejson", "tiles")]
    public async Task Templates_of_tiles_lead_to_tiles(string address, string member)
    {
        await using var application = Behind(Public);
        var template = (string)(await Get(application, address))[member]![0]!;
        Assert.StartsWith($"{Public}/ogc/tiles/", template, StringComparison.Ordinal);
        var tile = new Uri(template.Replace("{z}", "10", StringComparison.Ordinal).Replace("{y}", "404", StringComparison.Ordinal).Replace("{x}", "843", StringComparison.Ordinal));
        var answer = await Client(application).GetAsync(tile.PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/ogc/collections/projects/items/project-9-1-2?f=json")]
    [InlineData("/map/ogc/collections/projects/items/project-9-1-2?f=html")]
    public async Task A_code_that_was_taken_over_redirects_to_the_public_address(string address)
    {
        await using var application = Behind(Public);
        var answer = await Client(application).GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.StartsWith($"{Public}/ogc/collections/projects/items/project-4-4-3", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_alone_leads_into_its_folder()
    {
        await using var application = Behind(Public);
        var answer = await Client(application).GetAsync("/map?lang=en", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"{Public}/?lang=en"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("plan.example", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task The_host_of_the_public_address_is_allowed(string host, HttpStatusCode status)
    {
        await using var application = Behind(Public);
        var request = new HttpRequestMessage(HttpMethod.Get, "/ogc");
        request.Headers.Host = host;
        Assert.Equal(status, (await Client(application).SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("https://plan.example", "max-age=31536000")]
    [InlineData("http://plan.example", null)]
    [InlineData("", null)]
    public async Task A_browser_is_told_to_come_by_https_where_that_is_the_address(string address, string? expected)
    {
        await using var application = Behind(address);
        foreach (var path in new[] { "/ogc", "/ogc/nothing", "/health/live" })
        {
            var answer = await Client(application).GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(expected, answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null);
        }
    }

    /// <summary>Over a real connection, for only that has a peer.</summary>
    [Theory]
    [InlineData("", "http://localhost:{0}/ogc")]
    [InlineData("10.0.0.0/8, 192.0.2.1", "http://localhost:{0}/ogc")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8, ::1", "https://localhost:8443/plan/ogc")]
    public async Task Only_a_known_proxy_is_believed(string trusted, string self)
    {
        await using var application = PlanServer.Application(server.Database.Address, ("Plan:TrustedProxies", trusted), ("urls", "http://127.0.0.1:0"));
        application.UseKestrel();
        application.StartServer();
        using var client = new HttpClient { BaseAddress = application.ClientOptions.BaseAddress };
        var request = new HttpRequestMessage(HttpMethod.Get, "/ogc?f=json");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "localhost:8443");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Prefix", "/plan");
        request.Headers.Host = $"localhost:{client.BaseAddress.Port}";
        var answer = JsonNode.Parse(await (await client.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(string.Format(null, self, client.BaseAddress.Port), (string)answer["links"]![0]!["href"]!);
    }

    [Fact]
    public void A_list_of_proxies_that_is_none_is_refused_in_a_sentence()
    {
        Assert.Null(ProxyList.Validate("10.0.0.0/8; 192.0.2.1, 2001:db8::/32"));
        Assert.Contains("'proxy.example' is neither an address nor a network", ProxyList.Validate("10.0.0.0/8, proxy.example")!.ErrorMessage, StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> Behind(string address) => PlanServer.Application(server.Database.Address, ("Plan:PublicUrl", address));

    private static HttpClient Client(WebApplicationFactory<Program> application) => application.CreateClient(new() { AllowAutoRedirect = false });

    private static async Task<JsonNode> Get(WebApplicationFactory<Program> application, string address) =>
        JsonNode.Parse(await Client(application).GetStringAsync(address, TestContext.Current.CancellationToken))!;
}
