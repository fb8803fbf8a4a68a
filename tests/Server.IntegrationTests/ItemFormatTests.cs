using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Pages of items with other members, in other formats, and as strict readers of GeoJSON want them.</summary>
public sealed class ItemFormatTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Projects = "/ogc/collections/projects/items";

    [Fact]
    public async Task Properties_are_those_that_are_wanted()
    {
        var feature = (await server.Get($"{Projects}?properties=investment_cny,name_zh&limit=1"))["features"]![0]!;
        Assert.Equal(["name_zh", "investment_cny"], Names(feature));
        Assert.NotNull(feature["id"]);
        Assert.NotNull(feature["geometry"]);
        var rest = (await server.Get($"{Projects}?exclude-properties=citations,outputs,code&skipGeometry=true&limit=1"))["features"]![0]!;
        Assert.Null(rest["geometry"]);
        Assert.True(rest.AsObject().ContainsKey("geometry"));
        Assert.DoesNotContain("citations", Names(rest));
        Assert.DoesNotContain("code", Names(rest));
        Assert.Contains("name_zh", Names(rest));
        Assert.Equal(["code"], Names((await server.Get($"{Projects}?properties=code&limit=1"))["features"]![0]!));
    }

    [Theory]
    [InlineData("properties=nothing", "property-unknown")]
    [InlineData("properties=name_zh,", "property-unknown")]
    [InlineData("exclude-properties=geom", "property-unknown")]
    [InlineData("properties=name_zh&exclude-properties=name_en", "value-invalid")]
    [InlineData("skipGeometry=yes", "value-invalid")]
    [InlineData("skipGeometry=true&f=fgb", "parameter-not-for-format")]
    [InlineData("f=shp", "format-not-supported")]
    public async Task What_cannot_be_chosen_is_refused(string query, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem($"{Projects}?{query}", HttpStatusCode.BadRequest))["code"]!);

    [Theory]
    [InlineData("f=csv", null, "text/csv")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "text/csv;q=0.5, application/geo+json", "application/geo+json")]
    [InlineData("", "image/png, text/csv;q=0.5", "text/csv")]
    [InlineData("f=fgb", null, "application/flatgeobuf")]
    [InlineData("", "application/flatgeobuf", "application/flatgeobuf")]
    [InlineData("f=jsonfg", null, "application/fg+json")]
    [InlineData("", "application/fg+json", "application/fg+json")]
    [InlineData("f=json", "text/csv", "application/geo+json")]
    [InlineData("", "*/*", "application/geo+json")]
    public async Task The_format_is_what_f_or_else_the_header_asks_for(string query, string? accept, string type)
    {
        var response = await server.Send($"{Projects}?limit=5&{query}".TrimEnd('&'), accept is null ? [] : [("Accept", accept)]);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Accept", response.Headers.Vary);

        // The tag of one format is not that of another at the same address.
        var plain = await server.Send($"{Projects}?limit=5", ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(type == "application/geo+json" ? HttpStatusCode.NotModified : HttpStatusCode.OK, plain.StatusCode);
    }

    [Fact]
    public async Task A_page_for_people_has_its_own_columns() =>
        Assert.Equal(HttpStatusCode.OK, (await server.Send($"{Projects}?f=html&properties=investment_cny&skipGeometry=true")).StatusCode);

    [Fact]
    public async Task Pages_of_a_table_hold_every_feature_once()
    {
        var all = await server.Codes($"{Projects}?limit=10000&sortby=-investment_cny&plan_status=planned");
        var seen = new List<string>();
        string? next = $"{Projects}?limit=7&f=csv&sortby=-investment_cny&plan_status=planned&properties=name_zh,investment_cny&skipGeometry=true";
        while (next is not null)
        {
            var response = await server.Send(next);
            var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal("code,name_zh,investment_cny", lines[0]);
            seen.AddRange(lines[1..].Select(line => line.Split(',')[0]));
            next = response.Headers.GetValues("Link").Where(link => link.Contains("rel=\"next\"", StringComparison.Ordinal)).Select(link => link.Split('<', '>')[1]).FirstOrDefault();
        }

        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task A_flatgeobuf_has_the_features_of_its_page()
    {
        var response = await server.Send($"{Projects}?limit=5&f=fgb");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("fgb"u8.ToArray(), bytes[..3]);
        Assert.Contains(response.Headers.GetValues("Link"), link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_fg_has_time_and_a_place_in_another_system()
    {
        var page = await server.Get($"{Projects}?f=jsonfg&limit=200");
        Assert.Contains("http://www.opengis.net/spec/json-fg-1/1.0/conf/core", page["conformsTo"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(("projects", 0, "http://www.opengis.net/def/crs/OGC/1.3/CRS84"), ((string)page["featureType"]!, (int)page["geometryDimension"]!, (string)page["coordRefSys"]!));
        await server.Get((string)page["featureSchema"]!);
        var usual = (await server.Get($"{Projects}?limit=200"))["features"]!.AsArray();
        foreach (var (one, other) in page["features"]!.AsArray().Zip(usual))
        {
            Assert.Null(one!["place"]);
            Assert.Equal(other!["geometry"]?.ToJsonString(), one["geometry"]?.ToJsonString());
            var (from, to) = ((int?)other["properties"]!["horizon_from"], (int?)other["properties"]!["horizon_to"]);
            Assert.Equal(from is null && to is null ? null : $"[\"{(from is null ? ".." : $"{from}-01-01")}\",\"{(to is null ? ".." : $"{to}-12-31")}\"]", one["time"]?["interval"]!.ToJsonString());
        }

        const string Metres = "http://www.opengis.net/def/crs/EPSG/0/4548";
        var moved = await server.Get($"{Projects}?f=jsonfg&limit=1&crs={Metres}&placement=surveyed,stated,inferred");
        Assert.Equal(Metres, (string)moved["coordRefSys"]!);
        Assert.Null(moved["features"]![0]!["geometry"]);
        Assert.InRange((double)moved["features"]![0]!["place"]!["coordinates"]![0]!, 3_000_000, 5_000_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&crs=http://www.opengis.net/def/crs/EPSG/0/4548")]
    [InlineData("&crs=http://www.opengis.net/def/crs/EPSG/0/4490")]
    public async Task Exterior_rings_run_counter_clockwise(string crs)
    {
        await server.Database.Execute("""
            insert into feature.parks (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            values ('turned', 1, 'approved', now(), now(), 'operator', 'x', '倒', 'staff', 'planned', 'surveyed', 1, 'SRID=4490;MULTIPOLYGON(((116 35, 116 36, 117 36, 117 35, 116 35), (116.4 35.4, 116.6 35.4, 116.6 35.6, 116.4 35.6, 116.4 35.4)))')
            on conflict do nothing
            """);
        var isNorthingFirst = crs.Length > 0;
        foreach (var address in new[] { "items?limit=1000", "items?limit=1000&f=jsonfg", "export?f=geojson" })
        {
            var isFile = address.StartsWith("export", StringComparison.Ordinal);
            foreach (var feature in (await server.Get($"/ogc/collections/parks/{address}{crs}"))["features"]!.AsArray())
            {
                foreach (var polygon in ((feature!["geometry"] ?? feature["place"])?["coordinates"])?.AsArray() ?? [])
                {
                    var turns = polygon!.AsArray().Select(ring => Area(ring!.AsArray()) * (isNorthingFirst && !isFile ? -1 : 1)).ToList();
                    Assert.True(turns[0] > 0 && turns.Skip(1).All(turn => turn < 0), $"{feature["id"]} at {address}{crs}");
                }
            }
        }
    }

    [Fact]
    public async Task Numbers_are_written_with_a_fraction_and_integers_without()
    {
        var text = await (await server.Send($"{Projects}/project-4-1-1")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"investment_cny\":100000000000.0,", text, StringComparison.Ordinal);
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var address = $"/ogc/collections/{collection!["id"]}";
            var link = Assert.Single(collection["links"]!.AsArray(), link => (string)link!["rel"]! == "describedby" && (string)link["type"]! == "application/schema+json")!;
            var types = (await server.Get((string)link["href"]!))["properties"]!["properties"]!["properties"]!.AsObject();
            foreach (var feature in (await server.Get($"{address}/items?limit=10000"))["features"]!.AsArray())
            {
                foreach (var (name, value) in feature!["properties"]!.AsObject().Where(property => property.Value is not null))
                {
                    var (type, written) = ((string)types[name]!["type"]!, value!.ToJsonString());
                    var isRight = type switch
                    {
                        "number" => written.Contains('.', StringComparison.Ordinal) || written.Contains('e', StringComparison.Ordinal),
                        "integer" => long.TryParse(written, out _),
                        "string" => written[0] == '"',
                        "array" => written[0] == '[',
                        _ => false,
                    };
                    Assert.True(isRight, $"{name} of {feature["id"]} is {type} and written {written}");
                }
            }
        }
    }

    private static IEnumerable<string> Names(JsonNode feature) => feature["properties"]!.AsObject().Select(property => property.Key);

    /// <summary>Twice the area of a ring, positive when it runs counter-clockwise.</summary>
    private static double Area(JsonArray ring) =>
        ring.Zip(ring.Skip(1)).Sum(side => ((double)side.First![0]! * (double)side.Second![1]!) - ((double)side.Second![0]! * (double)side.First![1]!));
}
