using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Polygonize;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>Every export opens in GDAL with the same count, texts and areas.</summary>
public sealed class ExportRoundTripTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const double Exact = 1e-6;
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public static TheoryData<string, string> Exports
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var collection in new[] { "projects", "parks", "belts", "urban-clusters" })
            {
                foreach (var query in new[] { "f=geojson", "f=csv", "f=gpkg", "f=fgb", "f=shp", "f=shp&encoding=gbk", "f=kml", "f=xlsx", "f=gpkg&crs=EPSG:4548", "f=shp&crs=EPSG:4527", "f=csv&crs=EPSG:3857", "f=geojson&crs=EPSG:4490", "f=csv&package=zip" })
                {
                    data.Add(collection, query);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task Opens_in_GDAL_with_the_same_count_texts_and_areas(string collection, string query)
    {
        GdalTool.SkipWithout();
        using var file = await ExportFile.Get(server, collection, query);
        var layer = query.StartsWith("f=csv", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(file.Dataset) : collection;
        var read = await GdalTool.Read(file.Dataset, layer);
        var own = await Own(collection, query, dropsUnplaced: false);

        Assert.Equal(own.Select(row => row.Name).Order(StringComparer.Ordinal), read.Select(feature => (string)feature["properties"]!["name_zh"]!).Order(StringComparer.Ordinal));
        var places = query == "f=xlsx" ? [] : read.Select(feature => Parse(feature["geometry"])).OfType<Geometry>().ToList();
        if (query != "f=xlsx")
        {
            Assert.Equal(own.Count(row => row.Placed), places.Count);
            Near(own.Sum(row => row.Area), places.Sum(place => place.Area), query);
            Near(own.Sum(row => row.Length), places.Sum(place => place.Length), query);
        }
    }

    [Theory]
    [InlineData("parks")]
    [InlineData("urban-clusters")]
    [InlineData("roads")]
    [InlineData("projects")]
    public async Task A_drawing_has_what_is_placed_on_one_layer_and_lists_the_rest(string collection)
    {
        GdalTool.SkipWithout();
        using var file = await ExportFile.Get(server, collection, "f=dxf");
        var entities = await GdalTool.Read(file.Dataset, "entities");
        var own = await Own(collection, "crs=EPSG:4548", dropsUnplaced: true);
        Assert.Equal([collection], entities.Select(entity => (string)entity["properties"]!["Layer"]!).Distinct());
        var texts = entities.Where(entity => entity["properties"]!["Text"] is not null).ToList();
        Assert.All(texts, text => Assert.Contains("AcDbText", (string)text["properties"]!["SubClasses"]!, StringComparison.Ordinal));
        Assert.Equal(own.Select(row => row.Name).Order(StringComparer.Ordinal), texts.Select(text => (string)text["properties"]!["Text"]!).Order(StringComparer.Ordinal));

        var shapes = entities.Except(texts).Select(entity => Parse(entity["geometry"])).OfType<Geometry>().ToList();
        if (own.Sum(row => row.Area) > 0)
        {
            // Outlines: their lines enclose what the polygons did.
            Near(own.Sum(row => row.Area), shapes.Sum(EnclosedArea), collection);
        }
        else
        {
            Near(own.Sum(row => row.Length), shapes.Sum(shape => shape.Length), collection);
        }

        var all = await Own(collection, "", dropsUnplaced: false);
        Assert.Equal(all.Count - own.Count, file.Side("left-out.csv").Count - 1);
    }

    [Theory]
    [InlineData("filter=number<=3", 3)]
    [InlineData("industry_chain=automotive", -1)]
    [InlineData("bbox=116.6,35.43,116.61,35.44", -1)]
    [InlineData("filter=number<0", 0)]
    public async Task Any_filter_of_items_selects_what_is_exported(string filter, int expected)
    {
        GdalTool.SkipWithout();
        var codes = await server.Codes($"/ogc/collections/parks/items?limit=1000&{filter}");
        Assert.True(expected < 0 ? codes.Count is > 0 and < 12 : codes.Count == expected);
        foreach (var format in new[] { "geojson", "csv", "gpkg", "kml" })
        {
            using var file = await ExportFile.Get(server, "parks", $"f={format}&{filter}");
            if (codes.Count == 0 && format == "geojson")
            {
                Assert.Empty(JsonNode.Parse(await File.ReadAllTextAsync(file.FileName, TestContext.Current.CancellationToken))!["features"]!.AsArray());
                continue;
            }

            var read = await GdalTool.Read(file.Dataset, "parks");
            Assert.Equal(codes, read.Select(feature => (string)feature["properties"]!["code"]!));
        }
    }

    [Theory]
    [InlineData("placement=unplaced", 0)]
    [InlineData("placement=unplaced,inferred,stated", -1)]
    public async Task A_FlatGeobuf_holds_what_has_no_place(string filter, int places)
    {
        GdalTool.SkipWithout();
        var own = await server.Get($"/ogc/collections/projects/items?limit=1000&{filter}");
        using var file = await ExportFile.Get(server, "projects", $"f=fgb&{filter}");
        var read = await GdalTool.Read(file.Dataset, "projects");
        var features = own["features"]!.AsArray();
        Assert.Equal(features.Count, read.Count);
        Assert.True(places < 0 || places == read.Count(feature => feature["geometry"] is not null));
        foreach (var feature in features)
        {
            var properties = read.Single(other => (string)other["properties"]!["code"]! == (string)feature!["id"]!)["properties"]!;
            foreach (var name in new[] { "name_zh", "name_en", "plan_status" })
            {
                Assert.Equal((string?)feature!["properties"]![name], (string?)properties[name]);
            }

            foreach (var name in new[] { "investment_cny", "accuracy_m", "horizon_from" })
            {
                Assert.Equal((double?)feature!["properties"]![name], (double?)properties[name]);
            }
        }
    }

    [Fact]
    public async Task An_empty_selection_is_a_table_with_its_columns_and_types()
    {
        GdalTool.SkipWithout();
        using var file = await ExportFile.Get(server, "parks", "f=gpkg&filter=number<0");
        var text = await GdalTool.Run("ogrinfo", ["-so", file.Dataset, "parks"]);
        Assert.Contains("Feature Count: 0", text, StringComparison.Ordinal);
        Assert.Contains("accuracy_m: Real", text, StringComparison.Ordinal);
        Assert.Contains("number: Integer", text, StringComparison.Ordinal);
    }

    /// <summary>What PostGIS says of the collection: the second opinion.</summary>
    private async Task<IReadOnlyList<(string Name, bool Placed, double Area, double Length)>> Own(string collection, string query, bool dropsUnplaced)
    {
        var srid = query.Contains("4548", StringComparison.Ordinal) ? 4548 : query.Contains("4527", StringComparison.Ordinal) ? 4527 : query.Contains("3857", StringComparison.Ordinal) ? 3857 : 4490;
        var table = collection.Replace('-', '_');
        var rows = await server.Database.Rows($"""
            select name_zh, geom is not null, coalesce(ST_Area(ST_Transform(geom, {srid})), 0), coalesce(case when ST_Dimension(geom) = 2 then ST_Perimeter(ST_Transform(geom, {srid})) else ST_Length(ST_Transform(geom, {srid})) end, 0)
            from published.{table} {(dropsUnplaced ? "where geom is not null" : "")}
            """);
        static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return [.. rows.Select(row => row.Split('|')).Select(cells => (cells[0], cells[1] == "True", Number(cells[2]), Number(cells[3])))];
    }

    private static Geometry? Parse(JsonNode? geometry) => geometry is null ? null : JsonSerializer.Deserialize<Geometry>(geometry.ToJsonString(), GeoJson);

    private static double EnclosedArea(Geometry outline)
    {
        var polygonizer = new Polygonizer();
        polygonizer.Add(outline);
        return polygonizer.GetPolygons().Sum(polygon => polygon.Area);
    }

    private static void Near(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Exact * Math.Max(expected, 1e-12), $"{what}: {actual} instead of {expected}");
}
