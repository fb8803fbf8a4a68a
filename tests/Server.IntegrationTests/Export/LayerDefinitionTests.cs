using System.Net;
using System.Xml.Linq;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>The file by which QGIS finds a layer; that QGIS opens it is a test of the clients.</summary>
public sealed class LayerDefinitionTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task A_whole_collection_is_read_over_the_API()
    {
        var layer = await Layer("projects", "");
        Assert.Equal(("OAPIF", "重点项目"), ((string)layer.Element("provider")!, (string)layer.Element("layername")!));
        Assert.Contains("typename='projects' url='http://localhost/ogc'", (string)layer.Element("datasource")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan_status=planned")]
    [InlineData("filter=name_zh LIKE '%园%' AND name_en <> 'a&b|layername=<c>\"d\" 100%25 + #'")]
    [InlineData("datetime=2025&bbox=116.6,35.4,116.7,35.5")]
    [InlineData("as-of=2026-01-01T00:00:00Z")]
    public async Task A_selection_is_the_export_with_the_same_parameters(string query)
    {
        var asked = query.Split('&', query.StartsWith("filter", StringComparison.Ordinal) ? 1 : 9).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var layer = await Layer("projects", string.Concat(asked.Select(part => $"&{part.Key}={Uri.EscapeDataString(part.Value)}")));
        var source = (string)layer.Element("datasource")!;
        Assert.Equal("ogr", (string)layer.Element("provider")!);
        Assert.DoesNotContain(source, letter => letter is '|' or '\'' or ' ' or '"');
        var address = new Uri(source);
        Assert.Equal("/ogc/collections/projects/export", address.AbsolutePath);
        var parameters = address.Query[1..].Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        Assert.Equal("geojson", parameters["f"]);
        Assert.All(asked, part => Assert.Equal(part.Value, parameters[part.Key]));
        Assert.Equal(HttpStatusCode.OK, (await server.Send(address.PathAndQuery)).StatusCode);
    }

    [Theory]
    [InlineData("projects")]
    [InlineData("parks")]
    [InlineData("roads")]
    public async Task It_is_drawn_by_the_rules_of_the_style_of_the_collection(string collection)
    {
        var style = XDocument.Parse(await (await server.Send($"/ogc/styles/{collection}?f=qml", ("Accept-Language", "zh"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var renderer = (await Layer(collection, "")).Element("renderer-v2")!;
        Assert.NotEmpty(renderer.Descendants("rule"));
        Assert.Equal(style.Descendants("renderer-v2").Single().ToString(), renderer.ToString());
    }

    [Fact]
    public async Task The_name_is_in_the_language_asked_for_and_says_what_was_selected()
    {
        Assert.Equal("Parks · number=1", (string)(await Layer("parks", "&lang=en&number=1")).Element("layername")!);
        Assert.Equal("园区 · number=1", (string)(await Layer("parks", "&lang=zh&number=1")).Element("layername")!);
        var english = await server.Send("/ogc/collections/parks/export?f=qlr", ("Accept-Language", "en-GB"));
        Assert.Contains("<layername>Parks</layername>", await english.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotEqual(english.Headers.ETag, (await server.Send("/ogc/collections/parks/export?f=qlr", ("Accept-Language", "zh"))).Headers.ETag);
    }

    [Fact]
    public async Task Another_coordinate_system_is_that_of_the_layer()
    {
        var layer = await Layer("parks", "&crs=EPSG:4548");
        Assert.Contains("crs=EPSG%3A4548", (string)layer.Element("datasource")!, StringComparison.Ordinal);
        Assert.Equal("EPSG:4548", layer.Descendants("authid").Single().Value);
    }

    [Theory]
    [InlineData("f=qlr&package=zip", "parameter-not-for-format")]
    [InlineData("f=csv&lang=en", "parameter-not-for-format")]
    [InlineData("f=qlr&lang=de", "value-invalid")]
    [InlineData("f=qlr&no_such=1", "parameter-unknown")]
    public async Task What_cannot_be_said_in_a_definition_is_refused(string query, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem($"/ogc/collections/parks/export?{query}", HttpStatusCode.BadRequest))["code"]!);

    private async Task<XElement> Layer(string collection, string more)
    {
        var response = await server.Send($"/ogc/collections/{collection}/export?f=qlr{more}", ("Accept-Language", "zh"));
        Assert.Equal("application/x-qgis-layer-definition", response.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Descendants("maplayer").Single();
    }
}
