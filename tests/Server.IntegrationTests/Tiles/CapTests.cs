namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>A tile has a limit, and says when it was reached.</summary>
public sealed class CapTests(PlanDatabases databases)
{
    private const int MostBytes = 500_000;

    /// <summary>Twelve thousand short roads.</summary>
    private const string Lanes = """
        begin;
        insert into feature.roads (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, name_en, origin, plan_status, placement, geom)
        select 'lane-' || i, 1, 'approved', now(), now(), 'operator', 'test', '小路' || i, 'Lane ' || i, 'import', 'existing', 'surveyed',
          ST_Multi(ST_SetSRID(ST_MakeLine(ST_MakePoint(116.64 + i % 100 / 10000.0, 35.424 + i / 100 / 60000.0), ST_MakePoint(116.6400 + i % 100 / 10000.0 + 0.00001 * (1 + i % 50), 35.424 + i / 100 / 60000.0)), 4490))
        from generate_series(1, 12000) i;
        select plan.raise_revision();
        commit
        """;

    [Fact]
    public async Task Too_many_roads_give_way_to_the_longest_and_the_tile_says_so()
    {
        await using var database = await databases.Loaded();
        await database.Execute(Lanes);
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        foreach (var tile in new[] { "14/6465/13500", "11/808/1687", "0/0/0" })
        {
            var response = await client.GetAsync($"/ogc/tiles/WebMercatorQuad/{tile}?collections=roads", TestContext.Current.CancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.InRange(bytes.Length, 1, MostBytes);
            var layers = VectorTile.Read(bytes);
            Assert.True(layers.ContainsKey("_thinned"), $"{tile}: {bytes.Length} bytes, {string.Join(' ', layers.Select(layer => $"{layer.Key} {layer.Value.Count}"))}");
            var said = layers["_thinned"].Single().Properties;
            Assert.Equal(("roads", tile.StartsWith("14", StringComparison.Ordinal) ? "largest" : "generalised"), (said["collection"], said["how"]));
            Assert.StartsWith($"roads;{said["how"]}=", response.Headers.GetValues("Tile-Thinned").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_map_of_another_day_is_thinned_as_that_of_today()
    {
        await using var database = await databases.Loaded();
        await database.Execute(Lanes);
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        var then = Uri.EscapeDataString(DateTime.UtcNow.ToString("O"));
        foreach (var tile in new[] { "14/6465/13500", "11/808/1687", "8/101/210" })
        {
            var address = $"/ogc/tiles/WebMercatorQuad/{tile}?collections=roads";
            var (now, was) = (await client.GetAsync(address, TestContext.Current.CancellationToken), await client.GetAsync($"{address}&as-of={then}", TestContext.Current.CancellationToken));
            Assert.Equal(now.Headers.GetValues("Tile-Thinned"), was.Headers.GetValues("Tile-Thinned"));
            Assert.Equal(await now.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await was.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_first_tile_after_a_collection_has_grown_knows_that_it_is_large()
    {
        await using var database = await databases.Loaded();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        const string Tile = "/ogc/tiles/WebMercatorQuad/11/808/1687?collections=roads";
        var before = await client.GetAsync(Tile, TestContext.Current.CancellationToken);
        Assert.False(before.Headers.Contains("Tile-Thinned"));

        await database.Execute(Lanes);
        var after = before;
        for (var until = DateTime.UtcNow.AddSeconds(2); Equals(after.Headers.ETag, before.Headers.ETag) && DateTime.UtcNow < until;)
        {
            after = await client.GetAsync(Tile, TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("roads;generalised=", after.Headers.GetValues("Tile-Thinned").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_points_are_counted_at_any_zoom()
    {
        await using var database = await databases.Loaded();
        await database.Execute("""
            begin;
            insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            select 'close-' || i, 1, 'approved', now(), now(), 'operator', 'test', '近' || i, 'import', 'proposed', 'surveyed', 5,
              ST_SetSRID(ST_MakePoint(116.645 + i % 100 / 100000.0, 35.425 + i / 100 / 150000.0), 4490)
            from generate_series(1, 9000) i;
            select plan.raise_revision();
            commit
            """);
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();

        foreach (var filter in new[] { "plan_status=proposed&origin=import", "accuracy_m=5" })
        {
            // The index does not know the accuracy: PostgreSQL counts, and finds that they are too many for symbols.
            var layers = VectorTile.Read(await client.GetByteArrayAsync($"/ogc/tiles/WebMercatorQuad/13/3232/6750?collections=projects,roads&{filter}", TestContext.Current.CancellationToken));
            var close = await database.Ask<long>("select count(*) from published.projects where code like 'close-%' and geom_3857 && ST_TileEnvelope(13, 6750, 3232)");
            Assert.Equal(close, layers["projects"].Sum(cell => (long)cell.Properties["count"]));
        }
    }

    [Fact]
    public async Task Points_that_weigh_too_much_are_counted_and_none_is_lost()
    {
        await using var database = await databases.Loaded();
        await database.Execute("""
            begin;
            insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, geom)
            select 'long-' || i, 1, 'approved', now(), now(), 'operator', 'test', i || repeat('长', 200), 'import', 'proposed', 'surveyed',
              ST_SetSRID(ST_MakePoint(116.645 + i % 50 / 10000.0, 35.425 + i / 50 / 10000.0), 4490)
            from generate_series(1, 2000) i;
            select plan.raise_revision();
            commit
            """);
        await using var application = PlanServer.Application(database.Address);
        var response = await application.CreateClient().GetAsync("/ogc/tiles/WebMercatorQuad/13/3232/6750?collections=projects,roads", TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var layers = VectorTile.Read(bytes);
        var there = await database.Ask<long>("select count(*) from published.projects where geom_3857 && ST_TileEnvelope(13, 6750, 3232)");
        Assert.InRange(bytes.Length, 1, MostBytes);
        Assert.Equal(there, layers["projects"].Sum(cell => (long)cell.Properties["count"]));
        Assert.Contains($"projects;counted={there}", response.Headers.GetValues("Tile-Thinned").Single(), StringComparison.Ordinal);
        Assert.NotEmpty(layers["roads"]);
    }
}
