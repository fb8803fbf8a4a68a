using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>What an export says, whatever somebody wrote into a name.</summary>
public sealed class ExportContentTests(PlanServer server) : IClassFixture<PlanServer>
{
    private static readonly string[] Formulas = ["=HYPERLINK(\"http://evil.example\")", "+SUM(A1)", "-cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "＝1+1"];

    [Fact]
    public async Task A_formula_is_text_to_a_spreadsheet_and_a_number_stays_one()
    {
        GdalTool.SkipWithout();
        await AddNames();
        using var csv = await ExportFile.Get(server, "projects", "f=csv&origin=staff");
        var bytes = await File.ReadAllBytesAsync(csv.FileName, TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        using var xlsx = await ExportFile.Get(server, "projects", "f=xlsx&origin=staff");
        foreach (var file in new[] { csv, xlsx })
        {
            var read = await GdalTool.Read(file.Dataset, "projects", file == csv ? ["-oo", "AUTODETECT_TYPE=YES"] : ["--config", "OGR_XLSX_HEADERS", "FORCE"]);
            var names = read.Select(feature => (string)feature["properties"]!["name_zh"]!).Order(StringComparer.Ordinal);
            Assert.Equal(Formulas.Select(name => $"'{name}").Order(StringComparer.Ordinal), names);
            Assert.All(read, feature => Assert.Equal(-5, (double)feature["properties"]!["investment_cny"]!));
        }

        Assert.DoesNotContain("<f>", await GdalTool.Run("unzip", ["-p", xlsx.FileName, "xl/worksheets/*"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_travels_along()
    {
        GdalTool.SkipWithout();
        using var xlsx = await ExportFile.Get(server, "parks", "f=xlsx&number=1&crs=EPSG:4548");
        var rows = (await GdalTool.Read(xlsx.Dataset, "metadata", "--config", "OGR_XLSX_HEADERS", "FORCE")).ToDictionary(row => (string)row["properties"]!["key"]!, row => row["properties"]!["value"]?.ToString());
        Assert.Equal(("EPSG:4548", "number=1", "1", "2021-09-29"), (rows["crs"], rows["filter"], rows["number_matched"], rows["status_as_of"]));
        Assert.NotNull(rows["sources"]);
        Assert.NotNull(rows["accuracy_m_to"]);

        using var geojson = await ExportFile.Get(server, "parks", "f=geojson&number=1");
        var member = JsonNode.Parse(await File.ReadAllTextAsync(geojson.FileName, TestContext.Current.CancellationToken))!["metadata"]!;
        Assert.Equal(1, (int)member["number_matched"]!);
        var link = geojson.Response.Headers.GetValues("Link").Single();
        Assert.Contains("rel=\"describedby\"", link, StringComparison.Ordinal);
        var described = await server.Get(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        Assert.Equal("number=1", (string)described["filter"]!);

        using var shape = await ExportFile.Get(server, "parks", "f=shp");
        Assert.Contains(shape.Side("metadata.csv"), line => line == "number_matched,12");
        Assert.Contains(shape.Side("fields.csv"), line => line.StartsWith("plan_sta_1,plan_status_basis,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shapefile_says_its_encoding_and_keeps_what_it_had_to_cut()
    {
        GdalTool.SkipWithout();
        var longest = new string('长', 200);
        await server.Database.Execute($"""
            insert into feature.hubs (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, name_en, origin, plan_status, placement)
            values ('hub-long', 1, 'approved', now(), now(), 'operator', 'tester', '{longest}', 'emoji 🙂', 'staff', 'planned', 'unplaced')
            """);
        using var gbk = await ExportFile.Get(server, "hubs", "f=shp&encoding=gbk&origin=staff");
        Assert.Equal("GBK", gbk.Side("hubs.cpg").Single().Trim());
        var read = (await GdalTool.Read(gbk.Dataset, "hubs")).Single()["properties"]!;
        Assert.Equal(longest[..127], (string)read["name_zh"]!);
        Assert.Equal("emoji ??", (string)read["name_en"]!, ignoreWhiteSpaceDifferences: true);
        Assert.Contains(gbk.Side("changed-values.csv"), line => line == $"hub-long,name_zh,{longest}");
        Assert.Contains(gbk.Side("changed-values.csv"), line => line.Contains("🙂", StringComparison.Ordinal));

        using var utf8 = await ExportFile.Get(server, "hubs", "f=shp&origin=staff");
        Assert.Equal("UTF-8", utf8.Side("hubs.cpg").Single().Trim());
        Assert.Equal("emoji 🙂", (string)(await GdalTool.Read(utf8.Dataset, "hubs")).Single()["properties"]!["name_en"]!);
    }

    [Fact]
    public async Task A_drawing_writes_any_name_as_plain_text()
    {
        GdalTool.SkipWithout();

        // Letters whose second byte is a sign of its own in the code page, letters that it does not have, and signs that mean something in a drawing.
        const string Name = "乗昢恵恾 · é {a} b\\c 100%% ^x";
        await server.Database.Execute($"""
            insert into feature.hubs (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, geom)
            values ('hub-text', 1, 'approved', now(), now(), 'operator', 'tester', '{Name}', 'import', 'planned', 'stated', ST_SetSRID(ST_MakePoint(116.6, 35.4), 4490)),
              ('hub-korean', 1, 'approved', now(), now(), 'operator', 'tester', '한', 'import', 'planned', 'stated', ST_SetSRID(ST_MakePoint(116.6, 35.4), 4490))
            """);
        using var file = await ExportFile.Get(server, "hubs", "f=dxf&code=hub-text");
        var texts = (await GdalTool.Read(file.Dataset, "entities")).Select(entity => (string?)entity["properties"]!["Text"]).OfType<string>();
        Assert.Equal([Name], texts);
        using var korean = await ExportFile.Get(server, "hubs", "f=dxf&code=hub-korean");
        Assert.Contains(korean.Side("hubs.dxf").Single(part => part.Contains("AcDbText", StringComparison.Ordinal)).Split('\n'), line => line == "\\U+D55C");
    }

    [Fact]
    public async Task The_file_has_a_Chinese_name_and_a_plain_one()
    {
        var response = await server.Send("/ogc/collections/parks/export?f=geojson");
        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "parks.geojson", "园区.geojson"), (disposition.DispositionType, disposition.FileName, disposition.FileNameStar));
    }

    [Theory]
    [InlineData("", "parameter-missing")]
    [InlineData("f=exe", "format-not-supported")]
    [InlineData("f=gpkg&crs=EPSG:999999", "crs-not-supported")]
    [InlineData("f=kml&crs=EPSG:4548", "crs-not-supported")]
    [InlineData("f=gpkg&crs=;rm%20-rf", "crs-not-supported")]
    [InlineData("f=shp&encoding=big5", "value-invalid")]
    [InlineData("f=gpkg&encoding=gbk", "parameter-not-for-format")]
    [InlineData("f=gpkg&package=tar", "value-invalid")]
    [InlineData("f=gpkg&limit=1", "parameter-unknown")]
    [InlineData("f=gpkg&bbox=35.4,116.6,35.5,116.8", "bbox-axes-swapped")]
    [InlineData("f=csv&filter=nonsense%20=", null)]
    public async Task A_malformed_request_is_400_with_a_code(string query, string? code)
    {
        var problem = await server.GetProblem($"/ogc/collections/parks/export?{query}", HttpStatusCode.BadRequest);
        Assert.True(code is null || code == (string)problem["code"]!, problem.ToJsonString());
    }

    [Fact]
    public async Task A_head_request_makes_no_file()
    {
        var response = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/ogc/collections/parks/export?f=gpkg"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "application/geopackage+sqlite3"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task AddNames()
    {
        var sql = new StringBuilder();
        foreach (var (name, number) in Formulas.Select((name, number) => (name, number)))
        {
            sql.Append($"""
                insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, investment_cny)
                values ('project-formula-{number}', 1, 'approved', now(), now(), 'operator', 'tester', '{name.Replace("'", "''", StringComparison.Ordinal)}', 'staff', 'planned', 'unplaced', -5);
                """);
        }

        await server.Database.Execute(sql.ToString());
    }
}
