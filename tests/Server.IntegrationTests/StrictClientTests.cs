using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What QGIS, ArcGIS, GDAL and the test suite of the OGC demand to the letter.</summary>
public sealed class StrictClientTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task The_description_of_the_service_is_typed_exactly()
    {
        var link = Assert.Single(Links(await server.Get("/ogc")), link => (string)link["rel"]! == "service-desc");
        Assert.Equal("application/vnd.oai.openapi+json;version=3.0", (string)link["type"]!);
        var response = await server.Send((string)link["href"]!);
        Assert.Equal("application/vnd.oai.openapi+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(response.Content.Headers.ContentType.Parameters, parameter => parameter is { Name: "version", Value: "3.0" });
    }

    [Fact]
    public async Task The_items_link_is_typed_exactly()
    {
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var link = Assert.Single(Links(collection!), link => (string)link["rel"]! == "items" && (string)link["type"]! == "application/geo+json");
            Assert.EndsWith($"/collections/{collection!["id"]}/items", (string)link["href"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_parameter_is_described_in_its_place_with_its_style()
    {
        var document = await server.Get("/ogc/api");
        var text = document.ToJsonString();
        Assert.DoesNotContain("$ref", text, StringComparison.Ordinal);
        foreach (var (path, operations) in document["paths"]!.AsObject().Where(path => path.Key.EndsWith("/items", StringComparison.Ordinal)))
        {
            var parameters = operations!["get"]!["parameters"]!.AsArray();
            Assert.All(parameters, parameter => Assert.Equal(("query", "form"), ((string)parameter!["in"]!, (string)parameter["style"]!)));
            Assert.Superset(
                new HashSet<string> { "bbox", "bbox-crs", "crs", "datetime", "limit", "filter", "filter-lang", "filter-crs" },
                parameters.Select(parameter => (string)parameter!["name"]!).ToHashSet());

            // What is described is understood.
            var limit = parameters.Single(parameter => (string)parameter!["name"]! == "limit")!["schema"]!;
            Assert.Equal((1, 10_000, 100), ((int)limit["minimum"]!, (int)limit["maximum"]!, (int)limit["default"]!));
            foreach (var uri in parameters.Single(parameter => (string)parameter!["name"]! == "crs")!["schema"]!["enum"]!.AsArray())
            {
                await server.Get($"/ogc{path}?limit=1&crs={uri}&bbox-crs={uri}&filter-crs={uri}");
            }
        }
    }

    [Fact]
    public async Task Id_title_and_extent_are_the_same_bytes_in_list_and_detail()
    {
        var list = await Bytes("/ogc/collections");
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var detail = await Bytes($"/ogc/collections/{collection!["id"]}");
            Assert.Contains(detail, list, StringComparison.Ordinal);
            Assert.Contains("\"title\":", detail, StringComparison.Ordinal);
            Assert.NotNull(collection["extent"]);
        }
    }

    [Theory]
    [InlineData("limit=10001")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("bbox=177,65,-177,70")]
    [InlineData("bbox=-180,-90,180,90")]
    [InlineData("bbox=116.6,35.3,0,116.8,35.5,100")]
    public async Task What_a_client_may_ask_is_200(string query) => await server.Get($"/ogc/collections/projects/items?{query}");

    [Theory]
    [InlineData("/ogc", "unknown=1")]
    [InlineData("/ogc/conformance", "limit=1")]
    [InlineData("/ogc/collections", "bbox=1,1,2,2")]
    [InlineData("/ogc/collections/parks", "crs=EPSG:4490")]
    [InlineData("/ogc/collections/parks/items", "Limit=1")]
    [InlineData("/ogc/collections/parks/items", "unknown=1")]
    [InlineData("/ogc/collections/parks/items/park-5", "bbox=1,1,2,2")]
    [InlineData("/ogc/collections/parks/schema", "crs=EPSG:4490")]
    public async Task An_unknown_parameter_is_400(string path, string query) =>
        Assert.Equal("parameter-unknown", (string)(await server.GetProblem($"{path}?{query}", HttpStatusCode.BadRequest))["code"]!);

    [Fact]
    public async Task A_feature_has_its_links_with_their_types()
    {
        var feature = await server.Get("/ogc/collections/parks/items/park-5?crs=http://www.opengis.net/def/crs/EPSG/0/4490");
        var links = Links(feature).ToList();
        Assert.All(links, link => Assert.False(string.IsNullOrEmpty((string?)link["type"])));
        Assert.Superset(new HashSet<string> { "self", "alternate", "collection" }, links.Select(link => (string)link["rel"]!).ToHashSet());
        var self = await server.Get((string)links.Single(link => (string)link["rel"]! == "self")["href"]!);
        Assert.Equal(feature["geometry"]!.ToJsonString(), self["geometry"]!.ToJsonString());
    }

    private static IEnumerable<JsonNode> Links(JsonNode node) => node["links"]!.AsArray().Select(link => link!);

    private async Task<string> Bytes(string address)
    {
        var text = await (await server.Send(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(JsonDocument.Parse(text).RootElement.ValueKind == JsonValueKind.Object);
        return text;
    }
}
