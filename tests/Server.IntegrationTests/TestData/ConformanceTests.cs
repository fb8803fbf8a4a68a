using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.TestData;

/// <summary>The tables of the standard as collections of a running server: what a conformance runner asks, over HTTP.</summary>
public sealed class ConformanceTests(ConformanceServer conformance) : IClassFixture<ConformanceServer>
{
    private const string Places = $"/ogc/collections/{ConformanceServer.Places}";

    private TestDataServer Server => conformance.Server;

    [Fact]
    public async Task They_stand_after_the_collections_of_the_plan_and_are_described_as_those_are()
    {
        ConformanceServer.SkipWithout();
        var listed = (await Server.Get("/ogc/collections"))["collections"]!.AsArray();
        Assert.Equal(ConformanceServer.Tables, listed.Select(entry => (string)entry!["id"]!).TakeLast(3));
        Assert.Equal("zone", (string)listed[0]!["id"]!);
        var places = listed.Single(entry => (string)entry!["id"]! == ConformanceServer.Places)!;
        Assert.Equal(places.ToJsonString(), (await Server.Get(Places)).ToJsonString());
        Assert.Equal(listed[0]!["crs"]!.ToJsonString(), places["crs"]!.ToJsonString());
        Assert.InRange((double)places["extent"]!["spatial"]!["bbox"]![0]![0]!, -175.3, -175.2);
        foreach (var link in places["links"]!.AsArray())
        {
            Assert.Equal(((string)link!["href"]!, HttpStatusCode.OK), ((string)link["href"]!, (await Server.Send((string)link["href"]!)).StatusCode));
        }

        Assert.Contains($"/collections/{ConformanceServer.Places}/items", (await Server.Get("/ogc/api"))["paths"]!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public async Task Queryables_have_the_types_and_the_names_of_the_tables()
    {
        ConformanceServer.SkipWithout();
        var places = (await Server.Get($"{Places}/queryables"))["properties"]!;
        Assert.Equal(("string", "date"), ((string)places["date"]!["type"]!, (string)places["date"]!["format"]!));
        Assert.Equal(("string", "date-time"), ((string)places["start"]!["type"]!, (string)places["start"]!["format"]!));
        Assert.Equal("boolean", (string)places["boolean"]!["type"]!);
        Assert.Equal("number", (string)places["pop_other"]!["type"]!);
        Assert.Equal("geometry-point", (string)places["geom"]!["format"]!);
        Assert.Null(places["geometry"]);
        var countries = (await Server.Get($"/ogc/collections/{ConformanceServer.Tables[0]}/schema"))["properties"]!.AsObject();
        Assert.Contains("POP_EST", countries.Select(entry => entry.Key));
        Assert.DoesNotContain("fid", countries.Select(entry => entry.Key));
    }

    [Fact]
    public async Task With_a_date_to_ask_for_there_are_temporal_functions()
    {
        ConformanceServer.SkipWithout();
        var classes = (await Server.Get("/ogc/conformance"))["conformsTo"]!.AsArray().Select(entry => (string)entry!);
        Assert.Contains("http://www.opengis.net/spec/cql2/1.0/conf/temporal-functions", classes);
    }

    [Theory]
    [InlineData("name=Berlin", 1)]
    [InlineData("name=Berlin,Athens", 2)]
    [InlineData("boolean=true", 2)]
    [InlineData("date=2022-04-16", 1)]
    [InlineData("start=2022-04-16T10:13:19Z", 1)]
    [InlineData("start=2022-04-16T12:13:19%2B02:00", 1)]
    [InlineData("pop_other=1038288", 1)]
    [InlineData("bbox=0,40,10,50", 7)]
    [InlineData("datetime=2025", 243)]
    [InlineData("as-of=2026-01-01T00:00:00Z", 243)]
    public async Task Parameters_select(string query, int count)
    {
        ConformanceServer.SkipWithout();
        Assert.Equal(count, (int)(await Server.Get($"{Places}/items?limit=1&count=true&{query}"))["numberMatched"]!);
    }

    [Theory]
    [InlineData("boolean=maybe")]
    [InlineData("date=16.4.2022")]
    [InlineData("start=noon")]
    public async Task A_value_of_another_type_is_refused(string query)
    {
        ConformanceServer.SkipWithout();
        var response = await Server.Send($"{Places}/items?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"value-invalid\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feature_keeps_its_values_and_pages_follow_each_other()
    {
        ConformanceServer.SkipWithout();
        var berlin = (await Server.Get($"{Places}/items?name=Berlin"))["features"]![0]!;
        Assert.Equal("198", (string)berlin["id"]!);
        Assert.Equal(("2023-04-16", true, 3013258.0), ((string)berlin["properties"]!["date"]!, (bool)berlin["properties"]!["boolean"]!, (double)berlin["properties"]!["pop_other"]!));
        Assert.Equal(new DateTimeOffset(2022, 4, 16, 10, 13, 19, TimeSpan.Zero), DateTimeOffset.Parse((string)berlin["properties"]!["start"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("198", (string)(await Server.Get($"{Places}/items/198?crs=EPSG:4326"))["id"]!);

        var seen = new List<string>();
        for (var next = $"{Places}/items?limit=50&sortby=-pop_other"; next is not null;)
        {
            var page = await Server.Get(next);
            seen.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            next = page["links"]!.AsArray().Where(link => (string)link!["rel"]! == "next").Select(link => (string)link!["href"]!).SingleOrDefault();
        }

        Assert.Equal((243, 243), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task The_map_tiles_search_facets_exports_and_pages_know_nothing_of_them()
    {
        ConformanceServer.SkipWithout();
        Assert.DoesNotContain("ne_110m", (await Server.Get("/ogc/tiles/WebMercatorQuad/tilejson")).ToJsonString(), StringComparison.Ordinal);
        var found = (await Server.Get("/api/search?q=ne_110m")).AsObject();
        found.Remove("query");
        Assert.DoesNotContain("ne_110m", found.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ne_110m", (await Server.Get("/api/filter/matches?filter=plan_status%3D'planned'")).ToJsonString(), StringComparison.Ordinal);
        foreach (var resource in new[] { "facets", "tiles", "tiles/WebMercatorQuad/0/0/0", "export?f=csv", "identify?x=1&y=1&z=1" })
        {
            Assert.Equal((resource, HttpStatusCode.NotFound), (resource, (await Server.Send($"{Places}/{resource}")).StatusCode));
        }

        using var browser = new HttpRequestMessage(HttpMethod.Get, $"{Places}/items?limit=1");
        browser.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        var answer = await Server.Client.SendAsync(browser, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "application/geo+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }
}
