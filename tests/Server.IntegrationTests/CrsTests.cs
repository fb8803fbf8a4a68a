using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>OGC API Features Part 2 over HTTP, against PostGIS itself.</summary>
public sealed class CrsTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const double Centimetre = 0.01;
    private const double DegreesPerMetre = 1 / 111_320.0;

    public static TheoryData<string> Uris => [.. CrsList.Supported.Select(crs => crs.Uri!)];

    public static TheoryData<string, string> Boxes
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var crs in CrsList.Supported)
            {
                rows.Add(crs.Uri!, "parks");
                rows.Add(crs.Uri!, "roads");
                rows.Add(crs.Uri!, "projects");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Uris))]
    public async Task Coordinates_are_in_the_system_asked_for_in_the_order_of_its_authority(string uri)
    {
        var crs = CrsList.Find(uri)!;
        var expected = await server.Database.Rows(string.Create(CultureInfo.InvariantCulture, $"""
            select code, ST_X(moved), ST_Y(moved)
            from published.hubs, ST_Transform(geom, {crs.Srid}) moved
            where geom is not null order by code
            """));
        var features = (await server.Get($"/ogc/collections/hubs/items?crs={Uri.EscapeDataString(uri)}"))["features"]!.AsArray()
            .Where(feature => feature!["geometry"] is not null).ToList();
        Assert.Equal(expected.Count, features.Count);
        foreach (var (row, feature) in expected.Zip(features))
        {
            var parts = row.Split('|');
            var (x, y) = (double.Parse(parts[1], CultureInfo.CurrentCulture), double.Parse(parts[2], CultureInfo.CurrentCulture));
            var (first, second) = crs.IsNorthingFirst ? (y, x) : (x, y);
            var tolerance = crs.IsGeographic ? Centimetre * DegreesPerMetre : Centimetre;
            AssertPoint(feature!, first, second, tolerance);

            var single = await server.Get($"/ogc/collections/hubs/items/{parts[0]}?crs={Uri.EscapeDataString(uri)}");
            Assert.Equal(feature!["geometry"]!.ToJsonString(), single["geometry"]!.ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Uris))]
    public async Task Every_answer_names_its_system(string uri)
    {
        foreach (var path in new[] { "/ogc/collections/hubs/items?limit=1", "/ogc/collections/parks/items/park-5?f=json" })
        {
            Assert.Equal($"<{uri}>", Assert.Single((await server.Send($"{path}&crs={Uri.EscapeDataString(uri)}")).Headers.GetValues("Content-Crs")));
            Assert.Equal($"<{Crs.Wire}>", Assert.Single((await server.Send(path)).Headers.GetValues("Content-Crs")));
        }
    }

    [Fact]
    public async Task The_next_page_is_in_the_same_system()
    {
        var page = await server.Get("/ogc/collections/projects/items?limit=3&crs=http://www.opengis.net/def/crs/EPSG/0/4548");
        var next = (string)page["links"]!.AsArray().Single(link => (string)link!["rel"]! == "next")!["href"]!;
        Assert.Equal("<http://www.opengis.net/def/crs/EPSG/0/4548>", Assert.Single((await server.Send(next)).Headers.GetValues("Content-Crs")));
    }

    /// <summary>The same features as PostGIS finds when it transforms the table, for items, facets and filters alike.</summary>
    [Theory]
    [MemberData(nameof(Boxes))]
    public async Task A_box_in_any_system_finds_what_lies_in_it(string uri, string collection)
    {
        var crs = CrsList.Find(uri)!;
        var (west, south) = crs.FromStore(116.58, 35.36)!.Value;
        var (east, north) = crs.FromStore(116.75, 35.50)!.Value;
        var expected = await server.Database.Rows(string.Create(CultureInfo.InvariantCulture, $"""
            select code from published.{collection}
            where ST_Intersects(ST_Transform(geom, {crs.Srid}), ST_Transform(ST_MakeEnvelope({west:R}, {south:R}, {east:R}, {north:R}, {(crs.IsStoreDatum ? 4490 : crs.Srid)}), {crs.Srid}))
            order by code
            """));
        Assert.NotEmpty(expected);

        // A box finds also what has no geometry; an operator of a filter does not.
        var matched = expected.Concat(await server.Database.Rows($"select code from published.{collection} where geom is null")).Order(StringComparer.Ordinal).ToList();
        double[] numbers = crs.IsNorthingFirst ? [south, west, north, east] : [west, south, east, north];
        var (box, name) = (string.Join(',', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))), Uri.EscapeDataString(uri));
        Assert.Equal(matched, await server.Codes($"/ogc/collections/{collection}/items?limit=1000&bbox={box}&bbox-crs={name}"));
        Assert.Equal(matched.Count, (int)(await server.Get($"/ogc/collections/{collection}/facets?bbox={box}&bbox-crs={name}"))["numberMatched"]!);
        var filter = Uri.EscapeDataString($"S_INTERSECTS(geometry, BBOX({box}))");
        Assert.Equal(expected, await server.Codes($"/ogc/collections/{collection}/items?limit=1000&filter={filter}&filter-crs={name}"));
    }

    [Theory]
    [InlineData("S_INTERSECTS(geometry, POINT(35.45 116.65))", "4490", HttpStatusCode.OK)]
    [InlineData("S_INTERSECTS(geometry, POINT(116.65 35.45))", "4490", HttpStatusCode.BadRequest)]
    [InlineData("S_INTERSECTS(geometry, POINT(468224 3924574))", "4548", HttpStatusCode.BadRequest)]
    [InlineData("NOT S_WITHIN(geometry, POLYGON((3900000 400000, 4000000 400000, 4000000 500000, 3900000 400000)))", "4548", HttpStatusCode.OK)]
    [InlineData("S_INTERSECTS(geometry, POLYGON((3900000 400000, 4000000 500000, 4000000 400000, 3900000 500000, 3900000 400000)))", "4548", HttpStatusCode.BadRequest)]
    [InlineData("S_INTERSECTS(geometry, POINT(1e300 1e300))", "3857", HttpStatusCode.BadRequest)]
    public async Task A_geometry_of_a_filter_is_read_in_its_system(string filter, string srid, HttpStatusCode status)
    {
        var response = await server.Send($"/ogc/collections/zone/items?filter={Uri.EscapeDataString(filter)}&filter-crs=http://www.opengis.net/def/crs/EPSG/0/{srid}");
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("crs=EPSG:4549")]
    [InlineData("crs=GCJ-02")]
    [InlineData("bbox=1,1,2,2&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/999999")]
    [InlineData("bbox-crs=4490")]
    [InlineData("filter=TRUE&filter-crs=BD-09")]
    public async Task An_unknown_system_is_400_and_says_what_is_known(string query)
    {
        var problem = await server.GetProblem($"/ogc/collections/parks/items?{query}", HttpStatusCode.BadRequest);
        Assert.Equal("crs-not-supported", (string)problem["code"]!);
        Assert.Equal(CrsList.Supported.Count, problem["args"]!["supported"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_feature_out_of_reach_of_a_system_is_400_and_no_fault_of_ours()
    {
        await using var database = await server.Clone();
        await database.AllowRewriting("hubs");
        await database.Execute("update feature.hubs set geom = ST_SetSRID(ST_MakePoint(27, 0), 4490)");
        await using var application = PlanServer.Application(database.Address);
        var response = await application.CreateClient().GetAsync("/ogc/collections/hubs/items?crs=EPSG:4548", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("crs-out-of-reach", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_out_of_reach_at_the_end_of_a_selection_is_said_before_its_first_row()
    {
        await using var database = await server.Clone();
        await database.Execute("""
            insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            values ('zz-far', 1, 'approved', now(), now(), 'operator', 'x', '远', 'staff', 'planned', 'surveyed', 1, ST_SetSRID(ST_MakePoint(-27, 88), 4490))
            """);
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        foreach (var (query, expected) in new (string, HttpStatusCode)[]
        {
            ("items?crs=EPSG:4548&limit=10000", HttpStatusCode.BadRequest),
            ("items?crs=EPSG:4548&limit=1", HttpStatusCode.BadRequest),
            ("items?crs=EPSG:4548&as-of=2100-01-01T00:00:00Z", HttpStatusCode.BadRequest),
            ("items?crs=EPSG:4548&sortby=-name_zh", HttpStatusCode.BadRequest),
            ("items?crs=EPSG:3857", HttpStatusCode.BadRequest),
            ("export?f=geojson&crs=EPSG:4527", HttpStatusCode.BadRequest),
            ("export?f=csv&crs=EPSG:4548", HttpStatusCode.BadRequest),
            ("items?crs=EPSG:4548&bbox=116,35,117,36", HttpStatusCode.OK),
            ("items?crs=EPSG:4548&origin=plan", HttpStatusCode.OK),
            ("items?crs=EPSG:4326", HttpStatusCode.OK),
        })
        {
            var response = await client.GetAsync($"/ogc/collections/projects/{query}", TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal((query, expected), (query, response.StatusCode));
            Assert.Equal((query, expected == HttpStatusCode.BadRequest), (query, text.Contains("crs-out-of-reach", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Collections_list_the_systems_and_the_one_of_the_store()
    {
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            Assert.Equal(CrsList.Supported.Select(crs => crs.Uri), collection!["crs"]!.AsArray().Select(uri => (string?)uri));
            Assert.Equal("http://www.opengis.net/def/crs/EPSG/0/4490", (string)collection["storageCrs"]!);
        }
    }

    private static void AssertPoint(JsonNode feature, double first, double second, double tolerance)
    {
        var numbers = feature["geometry"]!["coordinates"]!.AsArray();
        Assert.Equal(first, (double)numbers[0]!, tolerance);
        Assert.Equal(second, (double)numbers[1]!, tolerance);
    }
}
