using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What cannot be given is not given under another name, and a shared link opens with all that a messenger hung on it.</summary>
public sealed class NotAcceptableTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Tile = "/ogc/tiles/WebMercatorQuad/10/404/843";

    [Theory]
    [InlineData("/ogc", "application/xml")]
    [InlineData("/ogc/functions", "text/html")]
    [InlineData("/ogc/collections/parks/items", "application/gml+xml")]
    [InlineData("/ogc/collections/parks/items/park-5", "image/png, text/*;q=0")]
    [InlineData("/ogc/collections/parks/items", "application/geo+json;q=0, */*;q=0")]
    [InlineData("/ogc/collections/parks/schema", "application/geo+json")]
    [InlineData("/ogc/collections/parks/facets", "text/csv")]
    [InlineData(Tile, "application/geo+json")]
    [InlineData("/api/plan/targets", "application/xml")]
    [InlineData("/api/catalogue", "application/xml")]
    [InlineData("/api/search?q=a", "image/*")]
    [InlineData("/api/coordinates?x=116.6&y=35.4&crs=EPSG:4490", "text/plain")]
    [InlineData("/api/industries/biopharma", "application/pdf")]
    [InlineData("/health/live", "text/plain")]
    public async Task What_cannot_be_given_is_406(string address, string accept)
    {
        // Also when it is in the cache.
        await server.Send(address);
        await server.Send(address);
        var answer = await server.Send(address, ("Accept", accept));
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Contains("not-acceptable", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ogc/functions", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("/ogc/collections/parks/items", "application/json", "application/geo+json")]
    [InlineData("/ogc/collections/parks/items", "application/json; charset=utf-8", "application/geo+json")]
    [InlineData("/ogc/collections/parks/items", "application/gml+xml, application/*;q=0.1", "application/geo+json")]
    [InlineData("/ogc/collections/parks/schema", "application/json", "application/schema+json")]
    [InlineData("/ogc/api", "application/vnd.oai.openapi+json;version=3.0", "application/vnd.oai.openapi+json")]
    [InlineData("/ogc/collections/parks/items", "text/html", "text/html")]
    [InlineData("/ogc/collections/parks/items?f=json", "application/xml", "application/geo+json")]
    [InlineData("/ogc/collections/parks/items", "not a media type", "application/geo+json")]
    [InlineData(Tile, "application/x-protobuf", "application/vnd.mapbox-vector-tile")]
    public async Task What_can_be_given_is(string address, string accept, string type)
    {
        var answer = await server.Send(address, ("Accept", accept));
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Every_endpoint_says_what_it_offers()
    {
        await using var application = PlanServer.Application(server.Database.Address);
        var silent = PlanServer.ServicesOf(application).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Offers>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);
        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("utm_source=wechat&utm_medium=social")]
    [InlineData("from=singlemessage&from=timeline&isappinstalled=0&scene=1&clicktime=1&enterid=1")]
    [InlineData("fbclid=x&gclid=y&msclkid=z&_ga=1&ref=a")]
    [InlineData("lang=zh_CN&version=28&nettype=WIFI&pass_ticket=a&wx_header=1")]
    [InlineData("spm=")]
    public async Task A_page_opens_with_what_a_messenger_hung_on_it(string added)
    {
        foreach (var page in new[] { "/ogc", "/ogc/api", "/ogc/collections", "/ogc/collections/parks", "/ogc/collections/parks/items", "/ogc/collections/parks/items/park-5" })
        {
            var answer = await server.Send($"{page}?{added}", ("Accept", "text/html"));
            Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }

        // A program is told.
        await server.GetProblem($"/ogc/collections/parks/items?{added}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_page_still_refuses_what_may_be_a_filter()
    {
        var answer = await server.Send("/ogc/collections/parks/items?plan_statu=planned", ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
