using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>Tiles in degrees (WorldCRS84Quad, CGCS2000Quad) hold what those of the web map hold, counted and drawn, each in its place.</summary>
public sealed class DegreeTileTests(ScaledPlan plan) : IClassFixture<ScaledPlan>
{
    private const string Projects = "/ogc/collections/projects";

    public static TheoryData<string> Filters => ["", "plan_status=planned", "filter=investment_cny > 5000000"];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_cells_of_every_zoom_add_up_to_the_list_and_the_points_further_in_too(string filter)
    {
        var placed = (int)(await ScaledPlan.Json(plan.Asking, $"{Projects}/facets?{filter}"))["placed"]!;
        foreach (var zoom in new[] { 0, 6, 10 })
        {
            var cells = new List<TileFeature>();
            foreach (var tile in Tiles(zoom))
            {
                cells.AddRange(await ScaledPlan.Layer(plan.Counting, Address("WorldCRS84Quad", tile, filter)));
            }

            Assert.Equal((zoom, placed), (zoom, cells.Sum(cell => (int)(long)cell.Properties["count"])));
            Assert.All(cells, cell => Assert.True(cell is { Kind: 1, X: >= 0 and < 4096, Y: >= 0 and < 4096 }));
        }

        var codes = new List<object>();
        foreach (var tile in Tiles(11))
        {
            codes.AddRange((await ScaledPlan.Layer(plan.Counting, Address("CGCS2000Quad", tile, filter))).Where(point => point is { X: >= 0 and < 4096, Y: >= 0 and < 4096 }).Select(point => point.Properties["code"]));
        }

        Assert.Equal((placed, placed), (codes.Count, codes.Distinct().Count()));
    }

    [Fact]
    public async Task A_point_stands_at_its_longitude_and_latitude()
    {
        var items = (await ScaledPlan.Json(plan.Asking, $"{Projects}/items?limit=10000"))["features"]!.AsArray().Where(item => item!["geometry"] is not null).ToDictionary(item => (string)item!["id"]!, item => item!["geometry"]!["coordinates"]!.AsArray());
        var seen = 0;
        foreach (var tile in Tiles(11))
        {
            foreach (var point in await ScaledPlan.Layer(plan.Asking, Address("WorldCRS84Quad", tile, "")))
            {
                var place = items[(string)point.Properties["code"]];
                Assert.Equal((double)place[0]!, tile.West + (point.X * tile.Width / 4096), tile.Width / 4096);
                Assert.Equal((double)place[1]!, tile.North - (point.Y * tile.Width / 4096), tile.Width / 4096);
                seen++;
            }
        }

        Assert.True(seen >= items.Count);
    }

    [Theory]
    [InlineData("roads", 2)]
    [InlineData("parks", 3)]
    public async Task Lines_and_areas_are_drawn_as_PostGIS_draws_them(string collection, int kind)
    {
        var tile = Tiles(11).First(tile => tile.West <= 116.69 && tile.East > 116.69 && tile.South <= 35.42 && tile.North > 35.42);
        var features = await ScaledPlan.Layer(plan.Asking, Address("WorldCRS84Quad", tile, "", collection), collection);
        var expected = await plan.Database.Rows(FormattableString.Invariant($"""
            select code from published.{collection}
            where ST_AsMVTGeom(geom, ST_MakeEnvelope({tile.West}, {tile.South}, {tile.East}, {tile.North}, 4490), 4096, 64, true) is not null order by code
            """));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, features.Select(feature => (string)feature.Properties["code"]).Order(StringComparer.Ordinal));
        Assert.All(features, feature => Assert.Equal(kind, feature.Kind));
    }

    [Fact]
    public async Task Both_sets_and_the_map_say_what_was_counted()
    {
        var said = new List<string>();
        foreach (var address in new[] { "WorldCRS84Quad/4/4/26", "CGCS2000Quad/4/4/26", "WebMercatorQuad/5/12/26" })
        {
            var response = await plan.Counting.GetAsync($"{Projects}/tiles/{address}", TestContext.Current.CancellationToken);
            said.Add(response.Headers.GetValues("Tile-Thinned").Single());
        }

        Assert.StartsWith("projects;counted=", said[0], StringComparison.Ordinal);
        Assert.Single(said.Distinct());
    }

    [Fact]
    public async Task The_sets_are_defined_as_the_registry_and_the_authority_order_them()
    {
        var listed = (await ScaledPlan.Json(plan.Asking, "/ogc/tileMatrixSets"))["tileMatrixSets"]!.AsArray().Select(set => (string)set!["id"]!);
        Assert.Equal(["WebMercatorQuad", "WorldCRS84Quad", "CGCS2000Quad"], listed);
        var (world, china) = (await ScaledPlan.Json(plan.Asking, "/ogc/tileMatrixSets/WorldCRS84Quad"), await ScaledPlan.Json(plan.Asking, "/ogc/tileMatrixSets/CGCS2000Quad"));
        Assert.Equal(279_541_132.014358, (double)world["tileMatrices"]![0]!["scaleDenominator"]!, 1e-3);
        Assert.Equal((0.703125, 2, 1), ((double)world["tileMatrices"]![0]!["cellSize"]!, (int)world["tileMatrices"]![0]!["matrixWidth"]!, (int)world["tileMatrices"]![0]!["matrixHeight"]!));
        Assert.Equal("[-180,90]", world["tileMatrices"]![5]!["pointOfOrigin"]!.ToJsonString());
        Assert.Equal(("http://www.opengis.net/def/crs/EPSG/0/4490", "[90,-180]", "[\"Lat\",\"Lon\"]"), ((string)china["crs"]!, china["tileMatrices"]![5]!["pointOfOrigin"]!.ToJsonString(), china["orderedAxes"]!.ToJsonString()));
        Assert.Null(china["uri"]);
    }

    [Theory]
    [InlineData("WebMercatorQuad")]
    [InlineData("WorldCRS84Quad")]
    [InlineData("CGCS2000Quad")]
    public async Task The_limits_hold_every_tile_that_is_not_empty(string set)
    {
        var limits = (await ScaledPlan.Json(plan.Asking, $"/ogc/collections/parks/tiles/{set}"))["tileMatrixSetLimits"]!.AsArray();
        Assert.Equal(TileMatrixSet.Find(set)!.MaximumZoom + 1, limits.Count);
        foreach (var zoom in new[] { 0, 11 })
        {
            var limit = limits[zoom]!;
            var (first, last, west, east) = ((int)limit["minTileRow"]!, (int)limit["maxTileRow"]!, (int)limit["minTileCol"]!, (int)limit["maxTileCol"]!);
            var filled = 0;
            for (var row = first - 1; row <= last + 1; row++)
            {
                for (var column = west - 1; column <= east + 1; column++)
                {
                    var response = await plan.Asking.GetAsync($"/ogc/collections/parks/tiles/{set}/{zoom}/{row}/{column}", TestContext.Current.CancellationToken);
                    var isInside = row >= first && row <= last && column >= west && column <= east;
                    Assert.True(isInside || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotFound, $"{zoom}/{row}/{column}");
                    filled += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
                }
            }

            Assert.True(filled > 0);
        }
    }

    [Theory]
    [InlineData("WorldCRS84Quad/0/0/2", HttpStatusCode.NotFound)]
    [InlineData("WorldCRS84Quad/0/1/0", HttpStatusCode.NotFound)]
    [InlineData("WorldCRS84Quad/0/0/1", HttpStatusCode.OK)]
    [InlineData("CGCS2000Quad/24/0/0", HttpStatusCode.NotFound)]
    [InlineData("CGCS2000Quad/23/0/0", HttpStatusCode.NoContent)]
    [InlineData("worldcrs84quad/0/0/0", HttpStatusCode.NotFound)]
    public async Task A_tile_that_the_set_has_not_is_not_there(string tile, HttpStatusCode status) =>
        Assert.Equal(status, (await plan.Asking.GetAsync($"/ogc/tiles/{tile}?collections=parks", TestContext.Current.CancellationToken)).StatusCode);

    /// <summary>The tiles of a zoom over all samples.</summary>
    private static IEnumerable<TileAddress> Tiles(int zoom)
    {
        var set = TileMatrixSet.WorldCrs84Quad;
        var width = set.Width(zoom);
        for (var row = (int)((90 - 35.7) / width); row <= (int)((90 - 35.1) / width); row++)
        {
            for (var column = (int)((180 + 116.3) / width); column <= (int)((180 + 117.0) / width); column++)
            {
                yield return new TileAddress(zoom, row, column, set);
            }
        }
    }

    private static string Address(string set, TileAddress tile, string filter, string collection = "projects") =>
        $"/ogc/collections/{collection}/tiles/{set}/{tile.Zoom}/{tile.Row}/{tile.Column}?{filter}";
}
