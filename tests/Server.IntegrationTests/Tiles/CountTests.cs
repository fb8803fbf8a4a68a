using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>What is counted from memory is what PostgreSQL counts, at every zoom and under every filter.</summary>
public sealed class CountTests(ScaledPlan plan) : IClassFixture<ScaledPlan>
{
    private const string Projects = "/ogc/collections/projects";

    public static TheoryData<string> Filters =>
    [
        "", "industry_chain=automotive", "industry_chain=automotive,biopharma&plan_status=planned", "industry_cluster=medical-health&datetime=2023",
        "placement=surveyed,unplaced", "datetime=2020", "datetime=2031/..", "horizon_from=2021", "horizon_to=2030&plan_status=existing,proposed",
        "filter=industry_chain IN ('automotive','biopharma') AND plan_status='planned'", "filter=industry_chain='automotive' OR industry_chain='biopharma'&datetime=2023",
        "origin=plan", "industry_chain=construction-machinery&origin=plan", "plan_status=not-stated", "plan_status=nonsense", "placement=unplaced&plan_status=planned",
    ];

    /// <summary>Filters that the index does not know: PostgreSQL counts the cells.</summary>
    public static TheoryData<string> OtherFilters => ["investment_cny=10000000", "name_zh=测试7,测试8", "park=park-2", "code=many-5", "filter=industry_chain='automotive' AND investment_cny > 2e7"];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Facets_are_the_same_from_memory_and_from_sql(string filter)
    {
        foreach (var box in new[] { "", "bbox=116.55,35.3,116.7,35.45", "bbox=116.65,35.42,116.650001,35.420001", "bbox=170,35,117,36", "bbox=0,0,0,0", "bbox=116.5,35.4,116.7,35.4" })
        {
            var address = $"{Projects}/facets?{string.Join('&', new[] { filter, box }.Where(part => part.Length > 0))}";
            var (counted, asked) = (await ScaledPlan.Json(plan.Counting, address), await ScaledPlan.Json(plan.Asking, address));
            Assert.True(JsonNode.DeepEquals(asked, counted), $"{address}\nSQL   {asked.ToJsonString()}\nindex {counted.ToJsonString()}");
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    [MemberData(nameof(OtherFilters))]
    public async Task The_cells_of_every_zoom_add_up_to_the_list(string filter)
    {
        var placed = (int)(await ScaledPlan.Json(plan.Asking, $"{Projects}/facets?{filter}"))["placed"]!;
        foreach (var zoom in new[] { 0, 5, 8, 10, 11 })
        {
            var cells = new List<TileFeature>();
            foreach (var (row, column) in Tiles(zoom))
            {
                cells.AddRange(await ScaledPlan.Layer(plan.Counting, $"{Projects}/tiles/WebMercatorQuad/{zoom}/{row}/{column}?{filter}"));
            }

            Assert.Equal((zoom, placed), (zoom, cells.Sum(cell => (int)(long)cell.Properties["count"])));
            var byStatus = cells.SelectMany(cell => cell.Properties).Where(property => property.Key.StartsWith("plan_status.", StringComparison.Ordinal)).Sum(property => (int)(long)property.Value);
            Assert.Equal((zoom, placed), (zoom, byStatus));
            Assert.All(cells, cell => Assert.True(cell is { Kind: 1, X: >= 0 and < 4096, Y: >= 0 and < 4096 }));
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    [MemberData(nameof(OtherFilters))]
    public async Task Further_in_the_points_themselves_are_as_many(string filter)
    {
        const int Zoom = 12;
        var codes = new List<string>();
        foreach (var (row, column) in Tiles(Zoom))
        {
            // The buffer repeats what stands beyond the edge; a point belongs to the tile that it is in.
            var features = await ScaledPlan.Layer(plan.Counting, $"{Projects}/tiles/WebMercatorQuad/{Zoom}/{row}/{column}?{filter}");
            codes.AddRange(features.Where(feature => feature is { X: >= 0 and < 4096, Y: >= 0 and < 4096 }).Select(feature => (string)feature.Properties["code"]));
        }

        Assert.Equal((int)(await ScaledPlan.Json(plan.Asking, $"{Projects}/facets?{filter}"))["placed"]!, codes.Count);
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public async Task A_cell_counts_what_plain_sql_counts_in_it()
    {
        // One tile of zoom 9, compared cell by cell through the places of the points.
        var expected = await plan.Database.Rows("""
            select count(*) || ' ' || count(*) filter (where industry_chain = 'automotive') || ' ' || count(*) filter (where plan_status = 'planned')
            from published.projects, ST_TileEnvelope(9, 421, 201) tile
            where geom_3857 && tile
            group by floor((ST_X(geom_3857) - ST_XMin(tile)) / (ST_XMax(tile) - ST_XMin(tile)) * 16), floor((ST_YMax(tile) - ST_Y(geom_3857)) / (ST_YMax(tile) - ST_YMin(tile)) * 16)
            order by 1
            """);
        var cells = await ScaledPlan.Layer(plan.Counting, $"{Projects}/tiles/WebMercatorQuad/9/201/421");
        long Number(TileFeature cell, string name) => (long)cell.Properties.GetValueOrDefault(name, 0L);
        Assert.Equal(expected, cells.Select(cell => $"{Number(cell, "count")} {Number(cell, "industry_chain.automotive")} {Number(cell, "plan_status.planned")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_counted_or_left_out_is_said_in_the_tile_and_in_a_header()
    {
        var response = await plan.Counting.GetAsync($"{Projects}/tiles/WebMercatorQuad/9/201/421", TestContext.Current.CancellationToken);
        var tile = VectorTile.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var number = tile["projects"].Sum(cell => (long)cell.Properties["count"]);
        var said = tile["_thinned"].Single().Properties;
        Assert.Equal(("projects", "counted", number), (said["collection"], said["how"], said["number"]));
        Assert.Equal($"projects;counted={number}", response.Headers.GetValues("Tile-Thinned").Single());
    }

    private static IEnumerable<(int Row, int Column)> Tiles(int zoom)
    {
        int Column(double longitude) => (int)((longitude + 180) / 360 * (1 << zoom));
        int Row(double latitude) => (int)((1 - (Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / Math.PI)) / 2 * (1 << zoom));
        for (var row = Row(35.75); row <= Row(35.1); row++)
        {
            for (var column = Column(116.2); column <= Column(117); column++)
            {
                yield return (row, column);
            }
        }
    }
}
