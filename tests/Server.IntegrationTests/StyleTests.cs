using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>OGC API Styles: what is listed can be had in every language it is listed in, and each language is valid by its own rules.</summary>
public sealed class StyleTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private static readonly XNamespace Se = "http://www.opengis.net/se";
    private static readonly XNamespace Sld = "http://www.opengis.net/sld";

    [Fact]
    public async Task Every_style_of_the_list_is_there_in_every_language_of_the_list()
    {
        var list = await server.Get("/ogc/styles");
        var styles = list["styles"]!.AsArray();
        Assert.Contains((string)list["default"]!, styles.Select(style => (string)style!["id"]!));
        Assert.Equal(
            CatalogueReader.Load(Repository.GisData).Collections.Select(collection => collection.Id).Concat(["plan-light", "plan-dark"]).Order(StringComparer.Ordinal),
            styles.Select(style => (string)style!["id"]!).Order(StringComparer.Ordinal));
        foreach (var link in styles.SelectMany(style => style!["links"]!.AsArray()))
        {
            var response = await server.Send((string)link!["href"]!);
            Assert.Equal(((string)link["href"]!, HttpStatusCode.OK), ((string)link["href"]!, response.StatusCode));
            Assert.Equal(((string)link["type"]!).Replace(" ", "", StringComparison.Ordinal), response.Content.Headers.ContentType!.ToString().Replace("; charset=utf-8", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("plan-light")]
    [InlineData("plan-dark")]
    [InlineData("roads")]
    [InlineData("projects")]
    [InlineData("project-sites")]
    public async Task A_MapLibre_style_is_one_by_its_specification(string id)
    {
        var style = await server.Get($"/ogc/styles/{id}");
        Assert.Equal("", await Validate(style.ToJsonString()));
        Assert.NotEqual("", await Validate("""{"version":8,"sources":{},"layers":[{"id":"a","type":"sphere"}]}"""));

        // Its tiles and its signs are there, and hold what it draws.
        var tiles = await server.Get((string)style["sources"]!["plan"]!["url"]!);
        var known = tiles["vector_layers"]!.AsArray().Select(layer => (string)layer!["id"]!).ToHashSet();
        Assert.All(style["layers"]!.AsArray().Where(layer => layer!["source-layer"] is not null), layer => Assert.Contains((string)layer!["source-layer"]!, known));
        var sprite = (await server.Get($"{style["sprite"]}.json")).AsObject();
        Assert.All(style["layers"]!.AsArray().Select(layer => layer!["layout"]?["icon-image"] ?? layer["paint"]?["fill-pattern"]).OfType<JsonNode>(), name => Assert.Contains((string)name!, sprite.Select(sign => sign.Key)));
        var picture = await (await server.Send($"{style["sprite"]}@2x.png")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], picture[..4]);
    }

    [Fact]
    public async Task Every_collection_of_the_map_is_drawn_and_in_its_order()
    {
        var drawn = (await server.Get("/ogc/styles/plan-light"))["layers"]!.AsArray().Where(layer => layer!["source-layer"] is not null && (string)layer["type"]! != "symbol").Select(layer => (string)layer!["source-layer"]!).Distinct().ToList();
        var order = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.GisData, "catalogue", "symbols.json"), TestContext.Current.CancellationToken))!["draw_order"]!.AsArray().Select(id => (string)id!);
        Assert.Equal(order, drawn.Where(order.Contains));
        Assert.Equal(CatalogueReader.Load(Repository.GisData).Collections.Select(collection => collection.Id).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Light_and_dark_have_the_colours_of_their_palettes()
    {
        async Task<string> Ground(string id) => (string)(await server.Get($"/ogc/styles/{id}"))["layers"]![0]!["paint"]!["background-color"]!;
        Assert.Equal(("#EAE6DC", "#0E1218"), (await Ground("plan-light"), await Ground("plan-dark")));
    }

    [Theory]
    [InlineData("application/vnd.ogc.sld+xml;version=1.0", "application/vnd.ogc.sld+xml")]
    [InlineData("application/vnd.ogc.sld+xml;version=1.1", "application/vnd.ogc.sld+xml")]
    [InlineData("application/x-qgis-layer-settings", "application/x-qgis-layer-settings")]
    [InlineData("application/vnd.mapbox.style+json", "application/vnd.mapbox.style+json")]
    [InlineData("*/*", "application/vnd.mapbox.style+json")]
    public async Task Accept_chooses_the_language(string accept, string type)
    {
        var response = await server.Send("/ogc/styles/roads", ("Accept", accept));
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", string.Join(',', response.Headers.Vary), StringComparison.Ordinal);
        Assert.NotEqual(response.Headers.ETag, (await server.Send("/ogc/styles/roads", ("Accept", accept), ("Accept-Language", "en"))).Headers.ETag);
    }

    [Theory]
    [InlineData("/ogc/styles/plan-light", "application/vnd.ogc.sld+xml;version=1.0")]
    [InlineData("/ogc/styles/roads", "image/png")]
    public async Task What_a_style_cannot_be_written_in_is_said(string address, string accept) =>
        Assert.Equal(HttpStatusCode.NotAcceptable, (await server.Send(address, ("Accept", accept))).StatusCode);

    [Fact]
    public async Task A_rule_of_each_class_says_colour_and_width_in_both_versions_of_SLD()
    {
        var (old, se) = (XDocument.Parse(await Text("/ogc/styles/roads?f=sld10")), XDocument.Parse(await Text("/ogc/styles/roads?f=sld11")));
        Assert.Equal(("1.0.0", "1.1.0"), ((string?)old.Root!.Attribute("version"), (string?)se.Root!.Attribute("version")));
        Assert.Equal(["expressway", "elevated", "trunk", "secondary", "interchange", "default"], old.Descendants(Sld + "Rule").Select(rule => rule.Element(Sld + "Name")!.Value));
        Assert.Equal(old.Descendants(Sld + "CssParameter").Select(one => one.Value), se.Descendants(Se + "SvgParameter").Select(one => one.Value));
        Assert.Contains("#F2B257", old.Descendants(Sld + "CssParameter").Select(one => one.Value));
    }

    [Fact]
    public async Task A_tileset_names_its_style()
    {
        foreach (var (tileset, styles) in new[] { ("/ogc/tiles/CGCS2000Quad", new[] { "plan-light", "plan-dark" }), ("/ogc/collections/roads/tiles/WebMercatorQuad", ["roads"]) })
        {
            var links = (await server.Get(tileset))["links"]!.AsArray().Where(link => (string)link!["rel"]! == "stylesheet").ToList();
            Assert.Equal(styles, links.Select(link => ((string)link!["href"]!).Split('/')[^1]));
        }
    }

    [Theory]
    [InlineData("/ogc/styles/nothing", HttpStatusCode.NotFound, "style-unknown")]
    [InlineData("/ogc/styles/plan-light?f=sld10", HttpStatusCode.BadRequest, "format-not-supported")]
    [InlineData("/ogc/styles/roads?f=svg", HttpStatusCode.BadRequest, "format-not-supported")]
    [InlineData("/ogc/styles/sprites/violet.png", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/ogc/styles/sprites/light.gif", HttpStatusCode.NotFound, "not-found")]
    public async Task What_is_not_there_is_refused(string address, HttpStatusCode status, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem(address, status))["code"]!);

    private async Task<string> Text(string address) => await (await server.Send(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>What MapLibre's own package finds wrong with a style, a line each.</summary>
    private static async Task<string> Validate(string style)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("tests", "Scripts", "validate-style.mjs")]) { WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(style);
        process.StandardInput.Close();
        var faults = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return faults.Trim();
    }
}
