using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What of a crowded map is seen: which names have their place first, what stands above them, and from which zoom on.</summary>
public sealed class StylePlacingTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task The_names_that_matter_most_are_the_topmost_which_MapLibre_places_first()
    {
        var named = (await Layers("plan-light")).Where(layer => Id(layer).EndsWith("-names", StringComparison.Ordinal)).Select(layer => Id(layer)[..^"-names".Length]).ToList();
        string[] rising = ["waters", "water-areas", "railways", "roads", "parks", "project-sites", "projects", "hubs", "belts", "urban-clusters", "axes", "core-city"];
        Assert.Equal(rising, named.Where(rising.Contains));
    }

    [Fact]
    public async Task Signs_badges_and_numbers_are_above_all_names_so_that_names_keep_off_them()
    {
        var all = await Layers("plan-light");
        var lastName = all.FindLastIndex(layer => Id(layer).EndsWith("-names", StringComparison.Ordinal));
        string[] above = ["hubs-sign-0", "projects-sign-0", "projects-numbers", "parks-badge"];
        Assert.All(above, id => Assert.InRange(all.FindIndex(layer => Id(layer) == id), lastName + 1, all.Count));
    }

    [Fact]
    public async Task A_road_is_drawn_from_the_zoom_of_its_class_on()
    {
        var classes = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.GisData, "catalogue", "vocabularies", "road-class.json"), TestContext.Current.CancellationToken))!["terms"]!.AsArray();
        var lines = (await Layers("roads")).Where(layer => (string)layer["type"]! == "line").ToList();
        foreach (var term in classes)
        {
            // MapLibre's tiles are of 512 pixels: its zooms are one less.
            var own = lines.Where(layer => layer["filter"]!.ToJsonString().Contains($"\"road_class\"],\"{term!["code"]}\"", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(own);
            Assert.All(own, layer => Assert.Equal((double)term!["min_zoom"]! - 1, (double)layer["minzoom"]!));
        }

        XNamespace sld = "http://www.opengis.net/sld";
        var scales = XDocument.Parse(await Text("/ogc/styles/roads?f=sld10")).Descendants(sld + "MaxScaleDenominator").Select(scale => scale.Value).ToList();
        Assert.Equal(["1091958", "545979", "272989", "136495", "136495", "136495"], scales);
        Assert.Equal(scales, XDocument.Parse(await Text("/ogc/styles/roads?f=qml")).Descendants("rule").Select(rule => (string?)rule.Attribute("scalemaxdenom")));
    }

    [Fact]
    public async Task A_badge_has_the_number_of_its_park_and_a_sign_the_character_of_its_chain_or_kind()
    {
        Assert.Equal("""["to-string",["get","number"]]""", await TextField("parks", "parks-badge"));
        Assert.Contains("\"automotive\",\"汽\"", await TextField("projects", "projects-sign-0"), StringComparison.Ordinal);
        Assert.Contains("\"school\",\"学\"", await TextField("facilities", "facilities-sign-0"), StringComparison.Ordinal);
        Assert.EndsWith("\"企\"]", await TextField("enterprises", "enterprises-sign-0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_is_named_and_numbered_as_a_whole_and_not_in_each_tile_that_cuts_it()
    {
        var style = await server.Get("/ogc/styles/plan-light");
        foreach (var id in new[] { "core-city-names", "urban-clusters-names", "parks-names", "parks-badge" })
        {
            var layer = style["layers"]!.AsArray().Single(layer => (string)layer!["id"]! == id)!;
            var source = style["sources"]![(string)layer["source"]!]!;
            Assert.Equal(("geojson", 512), ((string)source["type"]!, (int)source["buffer"]!));
            var features = (await server.Get((string)source["data"]!))["features"]!.AsArray();
            Assert.NotEmpty(features);
            Assert.All(features, feature => Assert.NotNull(feature!["properties"]!["name_zh"]));
        }
    }

    [Fact]
    public async Task A_counted_cell_and_its_number_are_drawn_at_every_zoom()
    {
        foreach (var id in new[] { "projects-cells", "projects-numbers" })
        {
            var layer = Assert.Single(await Layers("plan-light"), layer => Id(layer) == id);
            Assert.Null(layer["minzoom"]);
            Assert.Equal("""["has","count"]""", layer["filter"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task An_axis_leads_both_ways_and_has_its_heads_where_the_language_knows_the_end_of_a_line()
    {
        Assert.Equal("both-ways", (string?)Assert.Single(await Layers("axes"), layer => Id(layer) == "axes-ways-0")["layout"]!["icon-image"]);
        var heads = XDocument.Parse(await Text("/ogc/styles/axes?f=qml")).Descendants("symbol").First().Elements("layer").Where(layer => (string?)layer.Attribute("class") == "MarkerLine");
        Assert.Equal(["lastvertex", "firstvertex"], heads.Select(head => (string?)head.Element("Option")!.Elements().First().Attribute("value")));
    }

    [Fact]
    public async Task What_is_hidden_on_the_map_at_first_is_drawn_by_its_own_style()
    {
        static bool IsHidden(JsonObject layer) => (string?)layer["layout"]?["visibility"] == "none";
        Assert.All((await Layers("plan-light")).Where(layer => Id(layer).StartsWith("facilities-", StringComparison.Ordinal)), layer => Assert.True(IsHidden(layer)));
        Assert.DoesNotContain(await Layers("facilities"), IsHidden);
    }

    private static string Id(JsonObject layer) => (string)layer["id"]!;

    private async Task<List<JsonObject>> Layers(string style) => [.. (await server.Get($"/ogc/styles/{style}?lang=en"))["layers"]!.AsArray().Select(layer => layer!.AsObject())];

    private async Task<string> TextField(string style, string id) =>
        (await Layers(style)).Single(layer => Id(layer) == id)["layout"]!["text-field"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private async Task<string> Text(string address) => await (await server.Send(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
