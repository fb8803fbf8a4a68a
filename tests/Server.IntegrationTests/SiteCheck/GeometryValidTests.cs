using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>Whatever is drawn is answered, with what is wrong and where; only what cannot be read is refused.</summary>
public sealed class GeometryValidTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    /// <summary>name · geometry · query · reason · place of the fault as it was sent (null: none)</summary>
    public static TheoryData<string, string, string, string, string?> Faulty => new()
    {
        { "bowtie", Area("[[116.6,35.4],[116.61,35.41],[116.61,35.4],[116.6,35.41],[116.6,35.4]]"), "", "self-intersection", "[116.605,35.405]" },
        { "spike", Area("[[116.6,35.4],[116.62,35.4],[116.63,35.4],[116.62,35.4],[116.62,35.42],[116.6,35.4]]"), "", "spike", "[116.63,35.4]" },
        { "spike within a side", Area("[[116.6,35.4],[116.63,35.4],[116.62,35.4],[116.62,35.42],[116.6,35.4]]"), "", "spike", "[116.63,35.4]" },
        { "hole outside", Area("[[116.6,35.4],[116.61,35.4],[116.61,35.41],[116.6,35.4]],[[116.7,35.4],[116.71,35.4],[116.71,35.41],[116.7,35.4]]"), "", "hole-outside", "[116.7,35.4]" },
        { "nested holes", Area("[[116.6,35.4],[116.7,35.4],[116.7,35.5],[116.6,35.5],[116.6,35.4]],[[116.61,35.41],[116.69,35.41],[116.69,35.49],[116.61,35.49],[116.61,35.41]],[[116.63,35.43],[116.65,35.43],[116.65,35.45],[116.63,35.45],[116.63,35.43]]"), "", "nested-holes", "[116.63,35.43]" },
        { "three equal points", Area("[[116.6,35.4],[116.6,35.4],[116.6,35.4],[116.6,35.4]]"), "", "too-few-points", "[116.6,35.4]" },
        { "two points", Area("[[116.6,35.4],[116.61,35.4]]"), "", "too-few-points", "[116.6,35.4]" },
        { "unclosed ring", Area("[[116.6,35.4],[116.61,35.4],[116.61,35.41]]"), "", "ring-not-closed", "[116.61,35.41]" },
        { "repeated vertex", Area("[[116.6,35.4],[116.61,35.4],[116.61,35.4],[116.61,35.41],[116.6,35.4]]"), "", "repeated-vertex", "[116.61,35.4]" },
        { "no area", Area("[[116.6,35.4],[116.61,35.4],[116.62,35.4],[116.6,35.4]]"), "", "spike", "[116.6,35.4]" },
        { "swapped axes", Area("[[35.4,116.6],[35.4,116.61],[35.41,116.61],[35.4,116.6]]"), "", "axes-swapped", "[35.4,116.6]" },
        { "swapped axes of 4548", Area("[[470395,3926070],[470395,3926170],[470495,3926170],[470395,3926070]]"), "?crs=EPSG:4548", "axes-swapped", "[470395,3926070]" },
        { "metres as degrees", Area("[[470395,3926070],[470495,3926070],[470495,3926170],[470395,3926070]]"), "", "metres-as-degrees", "[470395,3926070]" },
        { "degrees as metres", Area("[[35.4,116.6],[35.4,116.61],[35.41,116.61],[35.4,116.6]]"), "?crs=EPSG:4548", "degrees-as-metres", "[35.4,116.6]" },
        { "a prefix too many", Area("[[3926070,39470395],[3926070,39470495],[3926170,39470495],[3926070,39470395]]"), "?crs=EPSG:4548", "zone-prefix-unexpected", "[3926070,39470395]" },
        { "a prefix missing", Area("[[3926070,470395],[3926070,470495],[3926170,470495],[3926070,470395]]"), "?crs=EPSG:4527", "zone-prefix-missing", "[3926070,470395]" },
        { "another zone", Area("[[3926070,40470395],[3926070,40470495],[3926170,40470495],[3926070,40470395]]"), "?crs=EPSG:4527", "zone-other", "[3926070,40470395]" },
        { "far outside", Area("[[106.6,35.4],[106.61,35.4],[106.61,35.41],[106.6,35.4]]"), "", "outside-area", "[106.6,35.4]" },
        { "beyond the antimeridian", Area("[[179.9,35.4],[180.1,35.4],[180.1,35.5],[179.9,35.4]]"), "", "antimeridian", "[180.1,35.4]" },
        { "across the antimeridian", Area("[[179.9,35.4],[-179.9,35.4],[-179.9,35.5],[179.9,35.4]]"), "", "antimeridian", "[-179.9,35.4]" },
        { "nested parts", """{"type":"MultiPolygon","coordinates":[[[[116.6,35.4],[116.7,35.4],[116.7,35.5],[116.6,35.5],[116.6,35.4]]],[[[116.63,35.43],[116.65,35.43],[116.65,35.45],[116.63,35.45],[116.63,35.43]]]]}""", "", "nested-parts", "[116.65,35.43]" },
        { "no coordinates", """{"type":"Polygon","coordinates":[]}""", "", "empty", null },
        { "an empty ring", """{"type":"MultiPolygon","coordinates":[[[]]]}""", "", "empty", null },
        { "a part without rings beside one with", """{"type":"MultiPolygon","coordinates":[[],[[[116.6,35.4],[116.61,35.4],[116.61,35.41]]]]}""", "", "ring-not-closed", "[116.61,35.41]" },
        { "a collection", """{"type":"GeometryCollection","geometries":[]}""", "", "geometry-type", null },
        { "no type of GeoJSON", """{"type":"Curve","coordinates":[]}""", "", "geometry-type", null },
        { "a line of one place", """{"type":"LineString","coordinates":[[116.6,35.4],[116.6,35.4]]}""", "", "too-few-points", "[116.6,35.4]" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_fault_is_answered_with_its_place(string name, string geometry, string query, string reason, string? at)
    {
        foreach (var body in new[] { geometry, Asking.Feature(geometry, """{"name_zh":"新项目"}""") })
        {
            var answer = await server.Check(body, query);
            var valid = Asking.Validity(answer);
            Assert.Equal((name, "attention", "error", reason), (name, (string?)valid["outcome"], (string?)valid["severity"], (string?)valid["args"]!["reason"]));
            Assert.Equal(at, valid["args"]!["at"] is JsonArray found ? $"[{Written(found[0])},{Written(found[1])}]" : null);
            Assert.Same(valid, Asking.Findings(answer).First());
            Assert.DoesNotContain(Asking.All(answer), finding => (string?)finding["rule"] is "in-zone" or "park" or "near-trunk-road");
            Assert.Contains(Asking.All(answer), finding => (string?)finding["rule"] == "control-line");
        }
    }

    [Fact]
    public async Task The_place_of_a_fault_is_on_the_map_whatever_it_was_typed_in()
    {
        var answer = await server.Check(Area("[[3926070,470395],[3926170,470495],[3926070,470495],[3926170,470395],[3926070,470395]]"), "?crs=EPSG:4548");
        var valid = Asking.Validity(answer);
        Assert.Equal("self-intersection", (string?)valid["args"]!["reason"]);
        Assert.Equal("[3926120,470445]", valid["args"]!["at"]!.ToJsonString());
        var where = valid["where"]!["coordinates"]!.AsArray();
        Assert.Equal((116.674, 35.464), (Math.Round((double)where[0]!, 3), Math.Round((double)where[1]!, 3)));
    }

    [Theory]
    [InlineData("", "body-invalid")]
    [InlineData("[]", "body-invalid")]
    [InlineData("{", "body-invalid")]
    [InlineData("""{"type":"Polygon"}""", "body-invalid")]
    [InlineData("""{"type":"Polygon","coordinates":7}""", "body-invalid")]
    [InlineData("""{"type":"Polygon","coordinates":[7]}""", "body-invalid")]
    [InlineData("""{"type":"Polygon","coordinates":[[[116.6,"35.4"]]]}""", "body-invalid")]
    [InlineData("""{"type":"Polygon","coordinates":[[[116.6,NaN]]]}""", "body-invalid")]
    [InlineData("""{"type":"Polygon","coordinates":[[[116.6,Infinity]]]}""", "body-invalid")]
    [InlineData("""{"type":"Polygon","coordinates":[[[116.6,1e400]]]}""", "coordinate-not-finite")]
    [InlineData("""{"type":"Feature","geometry":[]}""", "body-invalid")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":7}""", "body-invalid")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name_zh":"\ud800"}}""", "body-invalid")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[116.6,35.4]},"properties":{"code":"x\udfff"}}""", "body-invalid")]
    [InlineData("""{"type":"\ud800","coordinates":[]}""", "body-invalid")]
    public async Task What_cannot_be_read_is_400(string body, string code)
    {
        using var response = await server.Ask(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]);
    }

    [Fact]
    public async Task Ten_thousand_vertices_are_checked_and_one_more_is_413()
    {
        string Circle(int vertices)
        {
            var ring = Enumerable.Range(0, vertices - 1).Select(place => new Coordinate(116.65 + (0.02 * Math.Cos(2 * Math.PI * place / (vertices - 1))), 35.42 + (0.02 * Math.Sin(2 * Math.PI * place / (vertices - 1))))).ToList();
            return Asking.Polygon([.. ring, ring[0]]);
        }

        Assert.Equal(10_000, (int)(await server.Check(Circle(10_000)))["site"]!["vertices"]!);
        using var more = await server.Ask(Circle(10_001));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, more.StatusCode);
        using var many = await server.Ask(Circle(100_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, many.StatusCode);
        Assert.Equal("too-many-vertices", (string?)JsonNode.Parse(await more.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]);
        using var large = await server.Ask($"{{\"type\":\"Point\",\"coordinates\":[116.6,35.4],\"more\":\"{new string('x', 1_100_000)}\"}}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task A_line_may_cross_itself_but_not_in_millions_of_places()
    {
        string Zigzag(int edges) => $$"""{"type":"LineString","coordinates":[{{string.Join(",", Enumerable.Range(0, edges).Select(place => string.Create(CultureInfo.InvariantCulture, $"[{116.6 + (0.1 * (place % 2))},{35.4 + (place * 7919 % edges * 1e-6)}]")))}}]}""";
        Assert.Equal("fits", (string?)Asking.Validity(await server.Check(Zigzag(20)))["outcome"]);
        var valid = Asking.Validity(await server.Check(Zigzag(9_000)));
        Assert.Equal(("attention", "self-intersection"), ((string?)valid["outcome"], (string?)valid["args"]!["reason"]));
        Assert.NotNull(valid["args"]!["at"]);
    }

    [Theory]
    [InlineData("""{"investment_cny":1e308,"floor_area_m2":1e-308,"tax_cny":1e308,"park":"park-5"}""", "investment_cny")]
    [InlineData("""{"investment_cny":1e16,"floor_area_m2":1}""", "investment_cny")]
    [InlineData("""{"investment_cny":1,"floor_area_m2":1e-9}""", "floor_area_m2")]
    public async Task A_figure_that_nobody_can_mean_is_said_to_be_none(string properties, string property)
    {
        var answer = await server.Check(Asking.Feature(Asking.Square(116.6, 35.4, 0.001), properties));
        Assert.Equal("not-readable", (string?)Asking.One(answer, $"attributes:{property}")["args"]!["reason"]);
    }

    [Theory]
    [InlineData("?crs=EPSG:2437", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("?park=park-2", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_not_known_is_refused(string query, string type, HttpStatusCode status)
    {
        using var response = await server.Ask("""{"type":"Point","coordinates":[116.6,35.4]}""", query, type);
        Assert.Equal(status, response.StatusCode);
    }

    /// <summary>Where sides cross is reckoned.</summary>
    private static string Written(JsonNode? number) => Math.Round((double)number!, 9).ToString(CultureInfo.InvariantCulture);

    private static string Area(string rings) => $$"""{"type":"Polygon","coordinates":[{{rings}}]}""";
}
