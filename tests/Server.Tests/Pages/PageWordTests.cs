using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Pages;
using Xunit;

namespace SpatialPlan.Server.Tests.Pages;

/// <summary>Words, places and pictures of pages.</summary>
public sealed class PageWordTests
{
    [Fact]
    public void The_languages_of_the_plan_have_the_same_words() =>
        Assert.Equal(PageWords.All["zh"].Keys.Order(StringComparer.Ordinal), PageWords.All["en"].Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"paragraph":"fyp14-box-4-1-item-3","box":"4-1","chapter":12}""", "专栏 4-1 第 3 项", "Box 4-1 item 3")]
    [InlineData("""{"paragraph":"fyp14-chapter-20-p3","chapter":20}""", "第 20 章 第 3 段", "Ch. 20 paragraph 3")]
    [InlineData("""{"paragraph":"fyp14-chapter-6-row-2","chapter":6}""", "第 6 章 指标表第 2 行", "Ch. 6 table row 2")]
    [InlineData("""{"paragraph":"fyp14-part-4-p1","part":4}""", "第 4 篇 第 1 段", "Part 4 paragraph 1")]
    [InlineData("""{"paragraph":"other"}""", "other", "other")]
    public void A_citation_is_said_by_its_locator(string citation, string zh, string en)
    {
        var node = JsonNode.Parse(citation)!;
        Assert.Equal((zh, en), (LocatorWords.Of(node, new PageWords("zh")), LocatorWords.Of(node, new PageWords("en"))));
    }

    [Theory]
    [InlineData(750_000_000, "CNY", "7.5 亿元")]
    [InlineData(5_000_000, "CNY", "500 万元")]
    [InlineData(44_257, "CNY", "44,257 元")]
    [InlineData(66_667, "m2", "100 亩 · 6.67 ha · 66,667 m²")]
    [InlineData(100_000_000_000, "CNY", "1000 亿元")]
    [InlineData(36_666_667, "m2", "5.5 万亩 · 3,666.67 ha · 36,666,667 m²")]
    [InlineData(3000, "m", "3,000 m")]
    public void An_amount_is_in_units_one_can_grasp(double amount, string unit, string expected) =>
        Assert.Equal(expected, FactValue.Amount(amount, unit, new PageWords("zh")));

    [Fact]
    public void Money_is_in_millions_and_billions_where_nobody_counts_in_ten_thousands() =>
        Assert.Equal(["CNY 100 billion", "CNY 750 million", "CNY 0.5 million"], new[] { 100_000_000_000d, 750_000_000d, 500_000d }.Select(amount => FactValue.Amount(amount, "CNY", new PageWords("en"))));

    [Theory]
    [InlineData("""{"what_zh":"针剂","what_en":"injections","quantity":330000000,"unit_zh":"支","unit_en":"vials","per":null}""", "针剂 3.3 亿支", "injections 330,000,000 vials")]
    [InlineData("""{"what_zh":"受益人口","what_en":"people","quantity":141400,"unit_zh":"人","unit_en":"people","per":null}""", "受益人口 14.14 万人", "people 141,400 people")]
    [InlineData("""{"what_zh":"学位","what_en":"places","quantity":3060,"unit_zh":"个","unit_en":"places","per":null}""", "学位 3,060 个", "places 3,060 places")]
    [InlineData("""{"what_zh":"产值","what_en":"output","quantity":6500000000,"unit_zh":"元","unit_en":"CNY","per":null}""", "产值 65 亿元", "output CNY 6.5 billion")]
    public void A_quantity_is_written_as_the_plan_writes_it(string output, string zh, string en)
    {
        var catalogue = CatalogueReader.Load(Repository.GisData);
        var property = catalogue.FindCollection("projects")!.Properties.Single(property => property.Name == "outputs");
        string Say(string language) => Assert.Single(FactValue.Lines(property, new JsonArray(JsonNode.Parse(output)), catalogue, new PageWords(language))).Text;
        Assert.Equal((zh, en), (Say("zh"), Say("en")));
    }

    [Fact]
    public void A_square_of_ground_is_a_square_of_the_map_with_north_above()
    {
        var east = 0.01 / Math.Cos(35 * Math.PI / 180);
        var square = JsonNode.Parse(FormattableString.Invariant($$"""{"type":"Polygon","coordinates":[[[116,34.995],[{{116 + east}},34.995],[{{116 + east}},35.005],[116,35.005],[116,34.995]]]}"""))!;
        var map = new MapDrawing([square]);
        Assert.Equal(720, map.Height);
        Assert.Equal("M24 696L696 696L696 24L24 24L24 696Z", map.Path(square));
    }

    [Fact]
    public void Whatever_is_written_comes_out_as_text() =>
        Assert.Equal("<p title=\"&quot;&gt;&lt;\">&lt;b&gt;工 &amp; 程</p>", new Html().Element("p", "<b>工 & 程", ("title", "\"><"), ("lang", null)).ToString());
}
