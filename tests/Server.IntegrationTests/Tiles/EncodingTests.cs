using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Mvt;
using SpatialPlan.Server.Ogc.Tiles;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>What the server writes into a tile is what ST_AsMVT writes: every command of every geometry, every attribute.</summary>
public sealed class EncodingTests(ScaledPlan plan) : IClassFixture<ScaledPlan>
{
    private static readonly PlanCatalogue Catalogue = CatalogueReader.Load(Repository.GisData);

    [Theory]
    [InlineData(9, 202, 421)]
    [InlineData(12, 1617, 3375)]
    [InlineData(13, 3233, 6750)]
    [InlineData(14, 6466, 13500)]
    [InlineData(15, 12932, 27001)]
    [InlineData(16, 25864, 54003)]
    public async Task A_tile_is_what_PostGIS_would_have_written(int zoom, int row, int column)
    {
        var all = string.Join(',', Catalogue.Collections.Select(collection => collection.Id));
        var response = await plan.Asking.GetAsync($"/ogc/tiles/WebMercatorQuad/{zoom}/{row}/{column}?collections={all}", TestContext.Current.CancellationToken);
        var ours = VectorTile.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(ours);
        foreach (var collection in Catalogue.Collections)
        {
            var attributes = TileSql.Attributes(collection).Select(property =>
                property.Type is PropertyType.Codes or PropertyType.Strings ? $"array_to_string(f.{property.Name}, ',') as {property.Name}" : $"f.{property.Name}");
            // A point is in the margin when its place in units of the tile is, however that was rounded.
            var margin = collection.GeometryType == "Point" ? 66 : TileSql.Buffer;
            var tile = await plan.Database.Ask<byte[]>($"""
                select coalesce(ST_AsMVT(t, '{collection.Id}', 4096, 'geometry'), '')
                from (select ST_AsMVTGeom(f.geom_3857, ST_TileEnvelope({zoom}, {column}, {row}), 4096, 64, true) as geometry, {string.Join(", ", attributes)}
                      from {collection.Published} f
                      where f.geom_3857 && ST_TileEnvelope({zoom}, {column}, {row}, margin => {margin}.0 / 4096)) t
                """);
            var expected = VectorTile.Read(tile).GetValueOrDefault(collection.Id) ?? [];
            Assert.Equal(expected.Select(Words).Order(StringComparer.Ordinal), (ours.GetValueOrDefault(collection.Id) ?? []).Select(Words).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("industry_chain=biopharma", "industry_chain = 'biopharma'")]
    [InlineData("industry_chain=biopharma,automotive&plan_status=planned", "industry_chain in ('biopharma', 'automotive') and plan_status = 'planned'")]
    [InlineData("industry_cluster=medical-health&placement=stated", "industry_cluster = 'medical-health' and placement = 'stated'")]
    [InlineData("datetime=2022/2030", "(horizon_from is null or horizon_from <= 2030) and (horizon_to is null or horizon_to >= 2022)")]
    [InlineData("datetime=2024&plan_status=proposed", "(horizon_from is null or horizon_from <= 2024) and (horizon_to is null or horizon_to >= 2024) and plan_status = 'proposed'")]
    [InlineData("horizon_to=2030", "horizon_to = 2030")]
    [InlineData("filter=investment_cny %3E 250000000", "investment_cny > 250000000")]
    [InlineData("filter=horizon_to IS NULL", "horizon_to is null")]
    public async Task A_tile_under_a_filter_has_what_it_leaves(string parameters, string condition)
    {
        var response = await plan.Asking.GetAsync($"/ogc/collections/projects/tiles/WebMercatorQuad/12/1617/3375?{parameters}", TestContext.Current.CancellationToken);
        var tile = VectorTile.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var expected = await plan.Database.Rows($"""
            select code from published.projects f
            where ST_AsMVTGeom(geom_3857, ST_TileEnvelope(12, 3375, 1617), 4096, 64, true) is not null and {condition} order by code
            """);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, tile.GetValueOrDefault("projects", []).Select(feature => (string)feature.Properties["code"]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("POINT(7 9)")]
    [InlineData("MULTIPOINT((1 2),(30 4000),(5 1))")]
    [InlineData("LINESTRING(0 0,4096 4096,-64 2000)")]
    [InlineData("MULTILINESTRING((0 0,10 10,20 0),(100 100,3000 100))")]
    [InlineData("POLYGON((0 0,0 100,100 100,100 0,0 0))")]
    [InlineData("POLYGON((0 0,0 1000,1000 1000,1000 0,0 0),(10 10,300 10,300 300,10 10),(400 400,800 400,800 800,400 400))")]
    [InlineData("MULTIPOLYGON(((0 0,0 100,100 100,100 0,0 0),(10 10,50 10,50 50,10 10)),((2000 2000,2000 2100,2100 2100,2000 2000)),((3000 9,3000 90,3090 90,3000 9)))")]
    public async Task Every_kind_of_geometry_becomes_the_same_commands(string wkt)
    {
        // The square of a tile with its own units as metres, so that nothing is moved; y is counted downwards in a tile.
        var drawn = $"ST_AsMVTGeom(ST_GeomFromText('{wkt}'), ST_MakeBox2D(ST_Point(0, 0), ST_Point(4096, 4096)), 4096, 64, true)";
        var twkb = await plan.Database.Ask<byte[]>($"select ST_AsTWKB({drawn})");
        var tile = await plan.Database.Ask<byte[]>($"select ST_AsMVT(t, 'one', 4096, 'geometry') from (select {drawn} as geometry) t");
        using var layer = new MvtLayer("one");
        layer.Geometry(twkb);
        Assert.Equal(VectorTile.Read(tile)["one"].Select(Words), VectorTile.Read(layer.ToBytes())["one"].Select(Words));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(7, 50, 105)]
    [InlineData(14, 6466, 13500)]
    [InlineData(24, 6621452, 13824501)]
    public async Task A_point_is_placed_where_PostGIS_places_it(int zoom, int row, int column)
    {
        // In steps of an eighth of a unit, across all four edges and their margins: halves are rounded to even numbers.
        var placed = await plan.Database.Ask<string>($"""
            with tile as (select ST_TileEnvelope({zoom}, {column}, {row}) as box),
            points as (select n, ST_SetSRID(ST_MakePoint(
                ST_XMin(box) + (ST_XMax(box) - ST_XMin(box)) * along / 4096.0, ST_YMax(box) - (ST_YMax(box) - ST_YMin(box)) * (4096 - along) / 4096.0), 3857) as geom, box
              from tile, lateral (select n, case when n < 1040 then n / 8.0 - 65 else 4030 + (n - 1040) / 8.0 end as along from generate_series(0, 2100) n) steps)
            select string_agg(encode(point_send(point(ST_X(geom), ST_Y(geom))), 'hex') || ' ' || coalesce(ST_X(mvt) || ' ' || ST_Y(mvt), 'outside'), E'\n' order by n)
            from points, lateral (select ST_AsMVTGeom(geom, box, 4096, 64, true) as mvt) drawn
            """);
        var places = new PointPlaces(new TileAddress(zoom, row, column));
        foreach (var line in placed.Split('\n'))
        {
            var (point, expected) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var isNear = places.TryPlace(Convert.FromHexString(point), out var x, out var y);
            Assert.Equal(expected, isNear ? $"{x} {y}" : "outside");
        }
    }

    private static string Words(TileFeature feature) =>
        $"{feature.Kind} {string.Join(' ', feature.Commands)} {string.Join(' ', feature.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value}:{property.Value.GetType().Name}"))}";
}
