using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>
/// The server with another package: an invented harbour on the southern half of the earth, with collections and vocabularies
/// of its own, without chains, parks and projects. Nothing is built for it.
/// </summary>
public sealed class PackageElsewhereTests(PackageElsewhereTests.Harbour harbour) : IClassFixture<PackageElsewhereTests.Harbour>
{
    private const string OfAll = "district tarns quays beacons";

    [Fact]
    public async Task Its_collections_are_listed_with_their_place_on_earth()
    {
        var collections = (await harbour.Get("/ogc/collections"))["collections"]!.AsArray();
        Assert.Equal(OfAll, string.Join(' ', collections.Select(collection => (string)collection!["id"]!)));
        var box = collections[0]!["extent"]!["spatial"]!["bbox"]![0]!.AsArray().Select(number => (double)number!).ToArray();
        Assert.Equal((-29.06, -38.05, -28.94, -37.95), (box[0], box[1], box[2], box[3]));
        Assert.Equal("Tidewater", (string)(await harbour.Get("/api/catalogue"))["product"]!["place"]!["en"]!);
        Assert.Equal("ready", (string)(await harbour.Get("/health/ready"))["status"]!);
    }

    [Theory]
    [InlineData("/ogc/collections/quays/items", "quay-east quay-north quay-old")]
    [InlineData("/ogc/collections/quays/items?bbox=-28.98,-38.01,-28.94,-37.98&placement=stated", "quay-east")]
    [InlineData("/ogc/collections/quays/items?quay_kind=grain", "quay-north")]
    [InlineData("/ogc/collections/quays/items?plan_status=afloat", "quay-east")]
    [InlineData("/ogc/collections/tarns/items?filter=depth_m%20%3E%2010", "mirror-tarn")]
    [InlineData("/ogc/collections/beacons/items?filter=light_colour%20IN%20('red','white')", "beacon-1")]
    [InlineData("/ogc/collections/beacons/items?datetime=2030", "beacon-1 beacon-2")]
    public async Task Its_features_are_found(string address, string codes) =>
        Assert.Equal(codes, string.Join(' ', (await harbour.Get(address))["features"]!.AsArray().Select(feature => (string)feature!["id"]!)));

    [Fact]
    public async Task Facets_count_its_own_terms()
    {
        var facets = (await harbour.Get("/ogc/collections/quays/facets"))["facets"]!;
        Assert.Equal(1, (int)facets["quay_kind"]!["ferry"]!);
        Assert.Equal(1, (int)facets["plan_status"]!["on-paper"]!);
    }

    [Fact]
    public async Task Search_knows_its_names_and_terms()
    {
        Assert.Equal("mirror-tarn", (string)(await harbour.Get("/api/search?q=mirror"))["features"]![0]!["code"]!);
        Assert.Equal("grain", (string)(await harbour.Get("/api/search?q=grain"))["vocabulary"]![0]!["code"]!);
    }

    [Theory]
    [InlineData("/ogc/tiles/WebMercatorQuad/10/628/429")]
    [InlineData("/ogc/collections/beacons/tiles/WorldCRS84Quad/9/364/429")]
    public async Task Its_tiles_have_features(string address)
    {
        var tile = await harbour.Send(address);
        Assert.Equal(HttpStatusCode.OK, tile.StatusCode);
        Assert.NotEmpty(await tile.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("mapbox")]
    [InlineData("sld10")]
    [InlineData("sld11")]
    [InlineData("qml")]
    public async Task A_collection_without_a_symbol_of_its_own_has_a_style(string format)
    {
        foreach (var collection in OfAll.Split(' '))
        {
            Assert.Equal((collection, HttpStatusCode.OK), (collection, (await harbour.Send($"/ogc/styles/{collection}?f={format}")).StatusCode));
        }

        Assert.Contains((await harbour.Get("/ogc/styles/plan-light?f=mapbox"))["layers"]!.AsArray(), layer => (string?)layer!["source-layer"] == "beacons");
    }

    [Theory]
    [InlineData("/api/industries/automotive", HttpStatusCode.NotFound, "industry-chain-unknown")]
    [InlineData("/ogc/collections/parks/items", HttpStatusCode.NotFound, "collection-unknown")]
    [InlineData("/ogc/collections/quays/items?industry_chain=automotive", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("/ogc/collections/quays/items?crs=http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FEPSG%2F0%2F4548", HttpStatusCode.BadRequest, "crs-out-of-reach")]
    public async Task What_it_does_not_have_is_said(string address, HttpStatusCode status, string code)
    {
        var answer = await harbour.Send(address);
        Assert.Equal((status, code), (answer.StatusCode, (string)(await Json(answer))["code"]!));
    }

    [Fact]
    public async Task Without_roles_there_are_no_gaps_of_theirs_and_no_targets()
    {
        Assert.Empty((await harbour.Get("/api/plan/targets"))["targets"]!.AsArray());
        var gaps = await harbour.Get("/api/plan/gaps");
        Assert.Equal(["boxes-missing", "features-without-place", "recorded-contradiction"], gaps["rules"]!.AsArray().Select(rule => (string)rule!));
        Assert.Equal(["quay-old"], gaps["entries"]!.AsArray().SelectMany(entry => entry!["features"]!.AsArray()).Select(feature => (string)feature!["code"]!));
    }

    [Fact]
    public async Task It_has_no_rules_to_check_a_site_by_and_says_so()
    {
        Assert.Null((await harbour.Get("/api/catalogue"))["checks"]);
        using var client = harbour.Application.CreateClient();
        using var answer = await client.PostAsync("/api/projects/check", new StringContent("""{"type":"Point","coordinates":[-29,-38]}""", null, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("check-missing", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    [InlineData("*/*")]
    public async Task No_address_fails(string accept)
    {
        var values = new Dictionary<string, string>
        {
            ["collectionId"] = "quays", ["code"] = "quay-east", ["styleId"] = "beacons", ["file"] = "plan-light.json", ["matrixSet"] = "WebMercatorQuad",
            ["tileMatrix"] = "10", ["tileRow"] = "628", ["tileCol"] = "429", ["chain"] = "grain", ["number"] = "1", ["collection"] = "quays", ["id"] = "tidewater-box-1-1-item-1",
        };
        var failed = new List<string>();
        foreach (var route in PlanServer.ServicesOf(harbour.Application).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.Metadata.GetMetadata<Offers>()?.Types.Contains("text/event-stream") != true))
        {
            var address = string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
                part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter ? values.GetValueOrDefault(parameter.Name, "none") : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)part).Content))));
            var answer = await harbour.Send($"/{address}", accept);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                failed.Add($"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
        }

        Assert.Empty(failed);
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("csv")]
    [InlineData("gpkg")]
    [InlineData("xlsx")]
    [InlineData("kml")]
    [InlineData("qlr")]
    public async Task Its_collections_can_be_exported(string format)
    {
        foreach (var collection in OfAll.Split(' '))
        {
            Assert.Equal((collection, HttpStatusCode.OK), (collection, (await harbour.Send($"/ogc/collections/{collection}/export?f={format}")).StatusCode));
        }
    }

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    /// <summary>A server on a database of its own that has nothing but the harbour.</summary>
    public sealed class Harbour(PlanDatabases databases) : IAsyncLifetime
    {
        private TestDatabase database = null!;
        private HttpClient client = null!;

        public WebApplicationFactory<Program> Application { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            database = await databases.Migrated();
            await database.Load(Path.Combine(Repository.Root, "tests", "packages", "harbour"));
            Application = PlanServer.Application(database.Address);
            client = Application.CreateClient(new() { AllowAutoRedirect = false });
        }

        public Task<HttpResponseMessage> Send(string address, string? accept = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (accept is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept", accept);
            }

            return client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public async Task<JsonNode> Get(string address)
        {
            var answer = await Send(address);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {answer.StatusCode}: {text}");
            return JsonNode.Parse(text)!;
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await Application.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
