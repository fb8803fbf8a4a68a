using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>
/// One CQL2 filter for many collections, in tiles and as lists of codes: each condition acts on the collections that know
/// all its properties and leaves the others. What plain SQL says is right.
/// </summary>
public sealed class SharedFilterTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    /// <summary>So far out that everything stands in one tile.</summary>
    private const string World = "/ogc/tiles/WebMercatorQuad/5/12/26";

    private static readonly string[] Collections = ["zone", "parks", "roads", "waters", "projects", "facilities", "enterprises"];

    /// <summary>A filter, and by collection the condition that it is there; the others stay as they are.</summary>
    public static TheoryData<string, string> Filters => new()
    {
        { "industry_chain IN ('biopharma','new-energy')", "projects: industry_chain in ('biopharma','new-energy') | enterprises: industry_chain in ('biopharma','new-energy') | parks: industry_chains && array['biopharma','new-energy']" },
        { "NOT industry_chain = 'biopharma'", "projects: industry_chain <> 'biopharma' | enterprises: industry_chain <> 'biopharma' | parks: not industry_chains && array['biopharma']" },
        { "industry_chain = 'automotive' AND road_class = 'expressway'", "projects: industry_chain = 'automotive' | enterprises: industry_chain = 'automotive' | parks: industry_chains && array['automotive'] | roads: road_class = 'expressway'" },
        { "plan_status = 'planned' OR plan_status = 'existing'", "*: plan_status in ('planned','existing')" },
        { "plan_status IN ('planned') AND NOT (investment_cny > 1e9 OR investment_cny IS NULL)", "*: plan_status = 'planned' | projects: plan_status = 'planned' and not (investment_cny > 1e9 or investment_cny is null) | facilities: plan_status = 'planned' and not (investment_cny > 1e9 or investment_cny is null)" },
        { "industry_chain = 'biopharma' OR plan_status = 'existing'", "projects: industry_chain = 'biopharma' or plan_status = 'existing' | enterprises: industry_chain = 'biopharma' or plan_status = 'existing' | parks: industry_chains && array['biopharma'] or plan_status = 'existing'" },
        { "industry_chain = 'biopharma' OR road_class = 'expressway'", "" },
        { "A_OVERLAPS(industry_chains, ('biopharma'))", "parks: industry_chains && array['biopharma']" },
        { "name_zh LIKE '%路%' AND S_INTERSECTS(geometry, BBOX(116.5,35.3,116.65,35.45))", "*: name_zh like '%路%' and ST_Intersects(geom, ST_MakeEnvelope(116.5, 35.3, 116.65, 35.45, 4490))" },
        { "water_kind = 'river' AND number BETWEEN 2 AND 5 AND plan_status <> 'proposed'", "*: plan_status <> 'proposed' | waters: water_kind = 'river' and plan_status <> 'proposed' | parks: number between 2 and 5 and plan_status <> 'proposed'" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_tile_of_many_holds_what_plain_sql_finds(string filter, string conditions)
    {
        var response = await server.Send($"{World}?collections={string.Join(',', Collections)}&filter={Uri.EscapeDataString(filter)}");
        var tile = VectorTile.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        foreach (var collection in Collections)
        {
            // Far out a small area is no longer drawn: only what the layer holds without a filter can be expected.
            var drawn = (await All())[collection];
            var expected = (await Expected(collection, conditions) ?? drawn).Intersect(drawn);
            var found = tile.GetValueOrDefault(collection, []).Select(feature => (string)feature.Properties["code"]).Order(StringComparer.Ordinal);
            Assert.Equal((collection, Text(expected)), (collection, Text(found)));
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_list_of_what_matches_is_what_plain_sql_finds(string filter, string conditions)
    {
        var answer = await server.Get($"/api/filter/matches?filter={Uri.EscapeDataString(filter)}");
        foreach (var collection in Collections)
        {
            var codes = answer["collections"]![collection]!["codes"]?.AsArray().Select(code => (string)code!);
            Assert.Equal((collection, Text(await Expected(collection, conditions))), (collection, Text(codes)));
        }
    }

    [Fact]
    public async Task Matches_say_what_they_leave_aside_and_keep_to_the_horizon()
    {
        var filter = Uri.EscapeDataString("road_class = 'expressway' and plan_status='planned'");
        var answer = await server.Get($"/api/filter/matches?collections=roads,parks,zone&datetime=2023&filter={filter}");
        Assert.Equal("road_class = 'expressway' AND plan_status = 'planned'", (string)answer["filter"]!);
        Assert.Equal(["zone", "parks", "roads"], answer["collections"]!.AsObject().Select(entry => entry.Key));
        Assert.Equal("""["road_class"]""", answer["collections"]!["parks"]!["ignored"]!.ToJsonString());
        Assert.Equal(
            await server.Database.Rows("select code from published.parks where plan_status = 'planned' and coalesce(horizon_from, 0) <= 2023 and coalesce(horizon_to, 9999) >= 2023 order by code"),
            answer["collections"]!["parks"]!["codes"]!.AsArray().Select(code => (string)code!));
    }

    [Fact]
    public async Task A_large_collection_is_not_listed()
    {
        await using var application = PlanServer.Application(server.Database.Address, ("Plan:LargeCollection", "20"));
        var text = await application.CreateClient().GetStringAsync("/api/filter/matches?collections=projects,parks&filter=plan_status='planned'", TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(text)!["collections"]!;
        Assert.Equal("""{"codes":null,"ignored":[],"too_large":true}""", answer["projects"]!.ToJsonString());
        Assert.NotNull(answer["parks"]!["codes"]);
    }

    [Theory]
    [InlineData("", "parameter-missing", null)]
    [InlineData("?filter=plan_status%20=", "filter-syntax", 13)]
    [InlineData("?filter=plan_status='planned'%20AND%20nonsense=1", "filter-property-unknown", 26)]
    [InlineData("?collections=parks&filter=number='one'", "filter-type-mismatch", 7)]
    [InlineData("?collections=nothing&filter=TRUE", "collection-unknown", null)]
    [InlineData("?filter=TRUE&bbox=1,2,3,4", "parameter-unknown", null)]
    public async Task What_cannot_be_answered_says_why_and_where(string query, string code, int? offset)
    {
        var problem = await server.GetProblem($"/api/filter/matches{query}", HttpStatusCode.BadRequest);
        Assert.Equal((code, offset), ((string)problem["code"]!, (int?)problem["args"]?["offset"]));
    }

    [Fact]
    public async Task Somebody_who_is_still_writing_is_told_in_an_answer()
    {
        var answer = await server.Get("/api/filter/check?filter=plan_status%20=");
        Assert.Equal("""{"code":"filter-syntax","args":{"parameter":"filter","offset":13,"line":1,"column":14,"found":"","expected":"operand"}}""", answer["problem"]!.ToJsonString());
        const string right = "?collections=parks&filter=plan_status='planned'";
        Assert.True(JsonNode.DeepEquals(await server.Get($"/api/filter/matches{right}"), await server.Get($"/api/filter/check{right}")));
        await server.GetProblem("/api/filter/check?filter=TRUE&collections=nothing", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData($"{World}?collections=roads&filter=industry_chain='biopharma'", HttpStatusCode.OK)]
    [InlineData($"{World}?collections=roads&filter=nonsense='biopharma'", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/roads/tiles/WebMercatorQuad/5/12/26?filter=industry_chain='biopharma'", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/roads/items?filter=industry_chain='biopharma'", HttpStatusCode.BadRequest)]
    public async Task Where_one_collection_is_asked_it_must_know_the_name(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await server.Send(address)).StatusCode);

    [Theory]
    [InlineData("industry_chain IN ('biopharma','medical-services')", "industry_chain=biopharma,medical-services")]
    [InlineData("industry_chain = 'biopharma' AND plan_status IN ('planned','existing')", "industry_chain=biopharma&plan_status=planned,existing")]
    public async Task Items_and_facets_take_a_list_of_codes_as_they_take_a_parameter(string filter, string parameters)
    {
        foreach (var collection in new[] { "projects", "parks", "enterprises" })
        {
            var (items, facets) = ($"/ogc/collections/{collection}/items?limit=1000&", $"/ogc/collections/{collection}/facets?");
            var written = $"filter={Uri.EscapeDataString(filter)}";
            Assert.Equal(await server.Codes(items + parameters), await server.Codes(items + written));
            Assert.True(JsonNode.DeepEquals(await server.Get(facets + parameters), await server.Get(facets + written)));
        }
    }

    private async Task<Dictionary<string, IReadOnlyList<string>>> All()
    {
        var response = await server.Send($"{World}?collections={string.Join(',', Collections)}");
        return VectorTile.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
            .ToDictionary(layer => layer.Key, layer => (IReadOnlyList<string>)[.. layer.Value.Select(feature => (string)feature.Properties["code"]).Order(StringComparer.Ordinal)]);
    }

    private static string Text(IEnumerable<string>? codes) => codes is null ? "all stay" : string.Join(',', codes);

    /// <summary>The codes in the collection; null where the filter does not act on it.</summary>
    private async Task<IReadOnlyList<string>?> Expected(string collection, string conditions)
    {
        var byCollection = conditions.Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(": ", 2)).ToDictionary(entry => entry[0], entry => entry[1]);
        return (byCollection.GetValueOrDefault(collection) ?? byCollection.GetValueOrDefault("*")) is { } condition
            ? await server.Database.Rows($"select code from published.{collection} where {condition} order by code")
            : null;
    }
}
