using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>Tiles of the plan itself: what they hold, how they are addressed, and what no tile is.</summary>
public sealed class TileTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Tiles = "/ogc/tiles/WebMercatorQuad";
    private const string Zone = $"{Tiles}/10/404/843";

    [Fact]
    public async Task A_tile_holds_a_layer_for_each_collection_in_it()
    {
        var response = await server.Send(Zone);
        Assert.Equal("application/vnd.mapbox-vector-tile", response.Content.Headers.ContentType!.MediaType);
        var tile = VectorTile.Read(await Bytes(response));
        Assert.Superset(new HashSet<string> { "zone", "parks", "roads", "waters", "projects", "axes", "belts", "urban-clusters" }, tile.Keys.ToHashSet());
        Assert.All(tile["parks"], park => Assert.Equal(3, park.Kind));
        Assert.All(tile["roads"], road => Assert.Equal(2, road.Kind));
        Assert.Equal(
            await server.Database.Rows("select name_zh from published.parks where geom_3857 && ST_TileEnvelope(10, 843, 404, margin => 64.0 / 4096) order by 1"),
            tile["parks"].Select(park => (string)park.Properties["name_zh"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_features_of_a_tile_are_those_whose_geometry_reaches_it()
    {
        foreach (var collection in new[] { "roads", "parks", "projects", "zone" })
        {
            var expected = await server.Database.Rows(
                $"select code from published.{collection} where geom_3857 && ST_TileEnvelope(12, 3375, 1616, margin => 64.0 / 4096) and ST_Intersects(geom_3857, ST_TileEnvelope(12, 3375, 1616, margin => 64.0 / 4096)) order by code");
            var tile = VectorTile.Read(await Bytes(await server.Send($"{Tiles}/12/1616/3375?collections={collection}")));
            Assert.Equal(expected, tile[collection].Select(feature => (string)feature.Properties["code"]).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_filter_acts_on_the_collections_that_know_it_and_leaves_the_others()
    {
        var all = VectorTile.Read(await Bytes(await server.Send($"{Tiles}/7/50/105")));
        var some = VectorTile.Read(await Bytes(await server.Send($"{Tiles}/7/50/105?industry_chain=construction-machinery")));
        Assert.Equal(
            await server.Database.Ask<long>("select count(*) from published.projects where industry_chain = 'construction-machinery' and geom_3857 && ST_TileEnvelope(7, 105, 50, margin => 64.0 / 4096)"),
            some["projects"].Count);
        Assert.True(some["projects"].Count < all["projects"].Count);
        Assert.True(some["parks"].Count < all["parks"].Count);
        Assert.Equal(all["roads"].Count, some["roads"].Count);
    }

    [Fact]
    public async Task A_draft_is_in_no_tile()
    {
        await using var database = await server.Clone();
        await database.Execute("""
            insert into feature.projects (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, placement, geom)
            values ('project-secret', 1, 'draft', now(), 'drafter', '草稿', 'staff', 'planned', 'surveyed', ST_SetSRID(ST_MakePoint(116.65, 35.42), 4490))
            """);
        await using var application = PlanServer.Application(database.Address);
        var tile = VectorTile.Read(await application.CreateClient().GetByteArrayAsync($"{Zone}?collections=projects", TestContext.Current.CancellationToken));
        Assert.DoesNotContain(tile["projects"], feature => (string)feature.Properties["code"] == "project-secret");
    }

    [Theory]
    [InlineData("10/0/0", HttpStatusCode.NoContent, "")]
    [InlineData("1/2/0", HttpStatusCode.NotFound, "tile-out-of-range")]
    [InlineData("1/0/-1", HttpStatusCode.NotFound, "tile-out-of-range")]
    [InlineData("10/2147483647/0", HttpStatusCode.NotFound, "tile-out-of-range")]
    [InlineData("10/99999999999999999999/0", HttpStatusCode.NotFound, "tile-out-of-range")]
    [InlineData("25/0/0", HttpStatusCode.NotFound, "tile-out-of-range")]
    [InlineData("31/0/0", HttpStatusCode.NotFound, "tile-out-of-range")]
    [InlineData("99/0/0", HttpStatusCode.NotFound, "tile-out-of-range")]
    [InlineData("abc/0/0", HttpStatusCode.BadRequest, "tile-address-invalid")]
    [InlineData("10/1.5/0", HttpStatusCode.BadRequest, "tile-address-invalid")]
    [InlineData("10/0/1'--", HttpStatusCode.BadRequest, "tile-address-invalid")]
    [InlineData("10/%20/0", HttpStatusCode.BadRequest, "tile-address-invalid")]
    [InlineData("10/٤/0", HttpStatusCode.BadRequest, "tile-address-invalid")]
    [InlineData("10/404/843?collections=parks,nothing", HttpStatusCode.BadRequest, "collection-unknown")]
    [InlineData("10/404/843?collections=pg_class", HttpStatusCode.BadRequest, "collection-unknown")]
    [InlineData("10/404/843?nonsense=1", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("10/404/843?collections=roads&industry_chain=automotive", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("10/404/843?collections=parks&number=abc", HttpStatusCode.BadRequest, "value-invalid")]
    [InlineData("10/404/843?datetime=yesterday", HttpStatusCode.BadRequest, "datetime-invalid")]
    public async Task An_address_that_names_no_tile_says_so(string address, HttpStatusCode status, string code)
    {
        var response = await server.Send($"{Tiles}/{address}");
        Assert.Equal(status, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code, text.Length == 0 ? "" : (string)JsonNode.Parse(text)!["code"]!);
    }

    [Theory]
    [InlineData("/ogc/collections/nothing/tiles/WebMercatorQuad/1/0/0", "collection-unknown")]
    [InlineData("/ogc/tiles/WorldMercatorWGS84Quad/1/0/0", "tile-matrix-set-unknown")]
    [InlineData("/ogc/tileMatrixSets/nothing", "tile-matrix-set-unknown")]
    public async Task An_unknown_collection_or_matrix_set_is_404(string address, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem(address, HttpStatusCode.NotFound))["code"]!);

    [Fact]
    public async Task As_of_a_moment_before_the_plan_there_is_nothing()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await server.Send($"{Zone}?as-of=2000-01-01T00:00:00Z")).StatusCode);
        Assert.Equal(
            await Bytes(await server.Send($"{Zone}?collections=parks")),
            await Bytes(await server.Send($"{Zone}?collections=parks&as-of={Uri.EscapeDataString(DateTime.UtcNow.AddHours(1).ToString("O"))}")));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_tile_is_the_same_however_it_is_packed(string encoding)
    {
        var plain = await Bytes(await server.Send(Zone));
        var packed = await server.Send(Zone, ("Accept-Encoding", encoding));
        Assert.Equal(encoding, packed.Content.Headers.ContentEncoding.Single());
        await using var body = await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream unpacking = encoding == "br"
            ? new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        await unpacking.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        Assert.Equal(plain, unpacked.ToArray());
    }

    [Fact]
    public async Task Public_caches_may_keep_a_tile_a_second_and_must_ask_again()
    {
        var response = await server.Send(Zone, ("Accept-Encoding", "br"));
        var control = response.Headers.CacheControl!;
        Assert.True(control is { Public: true, MustRevalidate: true, NoStore: false });
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(1)), (control.MaxAge, control.SharedMaxAge));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var again = await server.Send(Zone, ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await Bytes(again));
    }

    [Fact]
    public async Task TileJson_names_the_layers_and_keeps_the_filter()
    {
        var answer = await server.Get($"{Tiles}/tilejson?collections=parks,projects&industry_chain=automotive");
        Assert.Equal(["parks", "projects"], answer["vector_layers"]!.AsArray().Select(layer => (string)layer!["id"]!));
        var template = (string)answer["tiles"]![0]!;
        Assert.EndsWith("/ogc/tiles/WebMercatorQuad/{z}/{y}/{x}?collections=parks,projects&industry_chain=automotive", template, StringComparison.Ordinal);
        var address = new Uri(template.Replace("{z}", "10", StringComparison.Ordinal).Replace("{y}", "404", StringComparison.Ordinal).Replace("{x}", "843", StringComparison.Ordinal)).PathAndQuery;
        Assert.Equal(HttpStatusCode.OK, (await server.Send(address)).StatusCode);
    }

    [Fact]
    public async Task The_matrix_set_is_that_of_web_maps()
    {
        var matrices = (await server.Get("/ogc/tileMatrixSets/WebMercatorQuad"))["tileMatrices"]!.AsArray();
        Assert.Equal(559082264.0287178, (double)matrices[0]!["scaleDenominator"]!, 3);
        Assert.Equal(1024, (int)matrices[10]!["matrixWidth"]!);
        foreach (var address in new[] { "/ogc/tiles", "/ogc/tiles/WebMercatorQuad", "/ogc/collections/parks/tiles", "/ogc/collections/parks/tiles/WebMercatorQuad", "/ogc/tileMatrixSets" })
        {
            Assert.NotNull(await server.Get(address));
        }
    }

    [Fact]
    public async Task Identify_finds_what_stands_at_a_place()
    {
        var place = (await server.Database.Rows("select code || ' ' || ST_X(geom) || ' ' || ST_Y(geom) from published.projects where geom is not null order by code limit 1"))[0].Split(' ');
        var answer = await server.Get($"/ogc/collections/projects/identify?x={place[1]}&y={place[2]}&z=14");
        Assert.Equal(place[0], (string)answer["features"]![0]!["id"]!);
        Assert.Empty((await server.Get("/ogc/collections/projects/identify?x=100&y=30&z=14"))["features"]!.AsArray());
        foreach (var wrong in new[] { "x=1&y=2", "x=NaN&y=2&z=3", "x=1e3&y=2&z=3", "x=1&y=90&z=3", "x=1&y=2&z=99", "x=1&y=2&z=-1", "x=1&y=2&z=3&limit=5" })
        {
            await server.GetProblem($"/ogc/collections/projects/identify?{wrong}", HttpStatusCode.BadRequest);
        }
    }

    private static Task<byte[]> Bytes(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
}
