using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The filter language where people use it: on items and facets.</summary>
public sealed class Cql2ApiTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Projects = "/ogc/collections/projects";
    private const string Secret = "no-such-name-4711";

    [Theory]
    [InlineData("projects", "industry_chain = 'construction-machinery' AND investment_cny >= 1e9", "industry_chain = 'construction-machinery' and investment_cny >= 1000000000")]
    [InlineData("projects", "NOT industry_chain IN ('biopharma','new-energy')", "industry_chain not in ('biopharma', 'new-energy')")]
    [InlineData("projects", "name_zh LIKE '%产业%' OR CASEI(name_en) LIKE CASEI('%INTELLIGENT%')", "name_zh like '%产业%' or name_en ilike '%intelligent%'")]
    [InlineData("projects", "investment_cny / floor_area_m2 > 5000", "investment_cny / nullif(floor_area_m2, 0) > 5000")]
    [InlineData("projects", "geometry IS NULL", "geom is null")]
    [InlineData("parks", "A_OVERLAPS(industry_chains, ('new-materials','new-energy')) AND number > 3", "industry_chains && array['new-materials', 'new-energy'] and number > 3")]
    [InlineData("roads", "S_INTERSECTS(geometry, BBOX(116.6,35.4,116.7,35.45))", "ST_Intersects(geom, ST_MakeEnvelope(116.6, 35.4, 116.7, 35.45, 4490))")]
    public async Task A_filter_selects_what_the_same_condition_does_in_the_database(string collection, string filter, string condition)
    {
        var expected = await server.Database.Rows($"select code from published.{collection} where {condition} order by code");
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await server.Codes($"/ogc/collections/{collection}/items?limit=1000&filter={Uri.EscapeDataString(filter)}"));
        Assert.Equal(expected.Count, (int)(await server.Get($"/ogc/collections/{collection}/facets?filter={Uri.EscapeDataString(filter)}"))["numberMatched"]!);
    }

    [Fact]
    public async Task Text_json_and_the_name_that_gdal_uses_ask_the_same()
    {
        var text = Uri.EscapeDataString("plan_status = 'planned'");
        var json = Uri.EscapeDataString("""{"op":"=","args":[{"property":"plan_status"},"planned"]}""");
        var expected = await server.Codes($"{Projects}/items?plan_status=planned&limit=1000");
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await server.Codes($"{Projects}/items?limit=1000&filter-lang=cql2-text&filter={text}"));
        Assert.Equal(expected, await server.Codes($"{Projects}/items?limit=1000&filter-lang=cql-text&filter={text}"));
        Assert.Equal(expected, await server.Codes($"{Projects}/items?limit=1000&filter-lang=cql2-json&filter={json}"));
        Assert.Equal(expected, await server.Codes($"{Projects}/items?limit=1000&filter={text}&filter-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
    }

    [Fact]
    public async Task A_filter_holds_beside_the_other_parameters_and_on_the_next_page()
    {
        var filter = Uri.EscapeDataString("plan_status = 'planned'");
        var both = await server.Codes($"{Projects}/items?limit=1000&industry_chain=biopharma,new-energy&filter={filter}");
        Assert.Equal(await server.Codes($"{Projects}/items?limit=1000&industry_chain=biopharma,new-energy&plan_status=planned"), both);
        var page = await server.Get($"{Projects}/items?limit=2&filter={filter}");
        var next = page["links"]!.AsArray().Single(link => (string)link!["rel"]! == "next")!["href"]!;
        var expected = await server.Codes($"{Projects}/items?limit=4&filter={filter}");
        Assert.Equal(expected.Skip(2), await server.Codes((string)next!));
    }

    [Fact]
    public async Task Facets_count_within_the_filter_and_still_ignore_their_own_parameter()
    {
        var filter = Uri.EscapeDataString("industry_chain = 'construction-machinery'");
        var facets = await server.Get($"{Projects}/facets?plan_status=planned&filter={filter}");
        var counts = facets["facets"]!["plan_status"]!.AsObject().Select(count => $"{count.Key}|{count.Value}");
        Assert.Equal(
            await server.Database.Rows("select plan_status, count(*) from published.projects where industry_chain = 'construction-machinery' group by 1 order by 1"),
            counts);
    }

    [Fact]
    public async Task Every_queryable_can_be_named_and_nothing_else()
    {
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray().Select(collection => (string)collection!["id"]!))
        {
            var names = (await server.Get($"/ogc/collections/{collection}/queryables"))["properties"]!.AsObject().Select(property => property.Key).ToList();
            var filter = string.Join(" OR ", names.Select(name => $"{name} IS NOT NULL"));
            await server.Get($"/ogc/collections/{collection}/items?limit=1&filter={Uri.EscapeDataString(filter)}");
            var problem = await server.GetProblem($"/ogc/collections/{collection}/items?filter=recorded_by%20IS%20NULL", HttpStatusCode.BadRequest);
            Assert.Equal("filter-property-unknown", (string)problem["code"]!);
        }
    }

    [Fact]
    public async Task Programs_are_told_that_they_may_filter()
    {
        var classes = (await server.Get("/ogc/conformance"))["conformsTo"]!.AsArray().Select(entry => (string)entry!).ToList();
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter", classes);
        Assert.Contains("http://www.opengis.net/spec/cql2/1.0/conf/cql2-text", classes);
        foreach (var resource in new[] { "items", "facets" })
        {
            // GDAL sends conditions where it finds its own name for the language here.
            var parameters = (await server.Get("/ogc/api"))["paths"]![$"/collections/roads/{resource}"]!["get"]!["parameters"]!.AsArray();
            var language = parameters.Single(parameter => (string)parameter!["name"]! == "filter-lang")!;
            Assert.Contains("cql-text", language["schema"]!["enum"]!.AsArray().Select(name => (string)name!));
        }
    }

    [Fact]
    public async Task A_refusal_says_where()
    {
        var problem = await server.GetProblem($"{Projects}/items?filter={Uri.EscapeDataString("plan_status = 'planned'\nAND investment > 1")}", HttpStatusCode.BadRequest);
        Assert.Equal("filter-property-unknown", (string)problem["code"]!);
        Assert.Equal("""{"parameter":"filter","offset":28,"line":2,"column":5,"found":"investment","expected":null}""", problem["args"]!.ToJsonString());
    }

    [Theory]
    [InlineData("filter=&filter-lang=cql2-text", "parameter-empty")]
    [InlineData("filter=TRUE&filter-lang=sql", "filter-language-unknown")]
    [InlineData("filter=TRUE&filter-crs=http://www.opengis.net/def/crs/EPSG/0/999999", "crs-not-supported")]
    [InlineData("filter=TRUE&filter=FALSE", "parameter-repeated")]
    [InlineData("filter=name_zh='a'%3B%20DROP%20TABLE%20plan.projects", "filter-character-invalid")]
    [InlineData("filter=pg_sleep(10)=1", "filter-function-unknown")]
    [InlineData("filter=lo_import('/etc/passwd')=1", "filter-function-unknown")]
    [InlineData("filter=strStartsWith(name_zh,'x''y')=true", "filter-function-unknown")]
    [InlineData("filter=CAST(name_zh%20AS%20int)=1", "filter-function-unknown")]
    [InlineData("filter=name_zh::text='a'", "filter-property-unknown")]
    [InlineData("filter=%241='a'", "filter-character-invalid")]
    [InlineData("filter=name_zh='a%00'", "nul-character")]
    [InlineData("filter=%22gid%22%22)%20OR%201=1--%22=1", "filter-property-unknown")]
    [InlineData("filter=name_zh=%EF%BC%87a%EF%BC%87", "filter-character-invalid")]
    [InlineData("filter=geom%20IS%20NULL", "filter-property-unknown")]
    [InlineData("filter=S_INTERSECTS(geometry,POINT(35.4%20116.6))", "filter-axes-swapped")]
    [InlineData("filter=S_INTERSECTS(geometry,BBOX(0,0,NaN,1))", "filter-syntax")]
    [InlineData("filter=investment_cny%20>%201e400", "filter-number-out-of-range")]
    [InlineData("filter=investment_cny%20^%201000%20>%201", "value-invalid")]
    public async Task A_bad_filter_is_400_with_a_code(string query, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem($"{Projects}/items?{query}", HttpStatusCode.BadRequest))["code"]!);

    [Theory]
    [InlineData(2_000, HttpStatusCode.BadRequest, "filter-too-deep")]
    [InlineData(6_000, HttpStatusCode.BadRequest, "filter-too-long")]
    [InlineData(10_000, HttpStatusCode.RequestUriTooLong, "address-too-long")]
    public async Task Deep_nesting_is_refused_and_the_server_lives(int depth, HttpStatusCode status, string code)
    {
        var filter = new string('(', depth) + "TRUE" + new string(')', depth);
        Assert.Equal(code, (string)(await server.GetProblem($"{Projects}/items?filter={filter}", status))["code"]!);
        Assert.Equal(HttpStatusCode.OK, (await server.Send("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData($"name_zh = '{Secret}'' OR 1=1--'")]
    [InlineData($"name_zh LIKE '%{Secret}%'' UNION SELECT 1'")]
    [InlineData($"CASEI(name_zh) IN ('{Secret}') OR A_CONTAINS(industry_chains, ('{Secret}'))")]
    public async Task No_value_of_a_request_reaches_the_text_of_a_statement(string filter)
    {
        var statements = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = command => statements.Add(string.Join(' ', command.TagObjects.Select(tag => tag.Value))),
        };
        ActivitySource.AddActivityListener(listener);
        Assert.Empty(await server.Codes($"/ogc/collections/parks/items?filter={Uri.EscapeDataString(filter)}"));
        Assert.Contains(statements, statement => statement.Contains("published.parks", StringComparison.Ordinal));
        Assert.DoesNotContain(statements, statement => statement.Contains(Secret, StringComparison.Ordinal));
    }
}
