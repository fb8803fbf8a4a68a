using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.IntegrationTests.Pages;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The page of a park, which opens without a script and is what a link in a message shows.</summary>
public sealed class ParkPageTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private static readonly PlanCatalogue Catalogue = CatalogueReader.Load(Repository.GisData);

    public static TheoryData<string> Codes =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.GisData, "layers", "parks.geojson")))!["features"]!.AsArray().Select(park => (string)park!["id"]!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task It_says_what_the_plan_says_and_what_it_does_not_in_four_languages(string code)
    {
        var park = (await server.Get($"/ogc/collections/parks/items/{code}"))["properties"]!;
        var facts = (await server.Get("/api/catalogue"))["criteria"]!["facts"]!.AsArray();
        var profile = Catalogue.FindProfile(Profile.Feature, code)!;
        foreach (var (language, name, summary) in new[]
        {
            ("zh", (string)park["name_zh"]!, profile.SummaryZh!), ("en", (string)park["name_en"]!, profile.SummaryEn!),
            ("ja", profile.NameJa!, profile.SummaryJa!), ("ko", profile.NameKo!, profile.SummaryKo!),
        })
        {
            var page = await Page($"/{language}/parks/{code}");
            Assert.Equal(language == "zh" ? "zh-CN" : language, (string)page.Root!.Attribute("lang")!);
            Assert.Equal(name, page.Descendants("h1").Single().Value);
            Assert.Equal(name, Meta(page, "og:title"));
            Assert.Equal(summary, Meta(page, "og:description"));
            Assert.Empty(page.Descendants("script"));
            var text = page.Root.Value;
            Assert.All(park["chain_grounds"]!.AsArray(), ground => Assert.Contains((string)ground!["words"]!, text, StringComparison.Ordinal));
            Assert.All(facts, fact => Assert.Contains((string)fact![language]!, text, StringComparison.Ordinal));
            Assert.Contains(page.Descendants("a"), link => ((string)link.Attribute("href")!).Contains($"?select=parks/{code}", StringComparison.Ordinal));
            Assert.Contains(page.Descendants("link"), link => (string?)link.Attribute("rel") == "canonical" && ((string)link.Attribute("href")!).EndsWith($"/{language}/parks/{code}", StringComparison.Ordinal));
        }
    }

    /// <summary>A chart is read by voices too, and each figure of it stands beside it with its place.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_target_is_drawn_said_and_cited(string code)
    {
        var targets = (await server.Get($"/ogc/collections/parks/items/{code}"))["properties"]!["targets"]!.AsArray();
        var page = await Page($"/en/parks/{code}");
        var charts = page.Descendants("ul").Where(list => (string?)list.Attribute("class") == "charts").SelectMany(list => list.Elements("li")).ToList();
        Assert.Equal(targets.Count, charts.Sum(chart => chart.Descendants("rect").Count()));
        Assert.Equal(targets.Count(target => target!["horizon"] is null), charts.Descendants("rect").Count(column => (string)column.Attribute("class")! == "column open"));
        Assert.All(charts, chart =>
        {
            var says = (string)chart.Element("svg")!.Attribute("aria-label")!;
            Assert.StartsWith(chart.Element("h3")!.Value, says, StringComparison.Ordinal);
            Assert.All(chart.Descendants("bdi"), figure => Assert.Contains(figure.Value, says, StringComparison.Ordinal));
            Assert.All(chart.Element("ul")!.Elements("li"), line => Assert.NotEmpty(line.Elements("a")));
        });
    }

    [Fact]
    public async Task Readiness_has_its_grade_and_its_rule_and_says_what_is_not_stated()
    {
        var page = await Page("/en/parks/park-2");
        var entries = page.Descendants("ul").Single(list => (string?)list.Attribute("class") == "entries").Elements("li").ToList();
        Assert.Equal(11, entries.Count);
        Assert.Equal(10, entries.Count(entry => entry.Value.Contains("Not stated in the plan", StringComparison.Ordinal)));
        Assert.NotEmpty(entries.Single(entry => entry.Value.Contains("stated by the plan", StringComparison.Ordinal)).Descendants("a"));
        Assert.Contains("No grade 1 of 11 items known", page.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("with fewer than 4 there is no grade", page.Root.Value, StringComparison.Ordinal);
        Assert.Contains("nothing can be said per mu", page.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_has_a_picture_of_the_park()
    {
        var address = Meta(await Page("/ja/parks/park-2"), "og:image");
        var response = await server.Send(address);
        var picture = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PNG"u8.ToArray(), picture[1..4]);
        Assert.Equal((1200, 630), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))));
        Assert.InRange(picture.Length, 2_000, 100_000);
        Assert.Equal(HttpStatusCode.NotModified, (await server.Send(address, ("If-None-Match", response.Headers.ETag!.ToString()))).StatusCode);
        await server.GetProblem("/parks/park-99/picture.png", HttpStatusCode.NotFound);
        await server.GetProblem("/parks/park-2/picture.png?width=9", HttpStatusCode.BadRequest);
    }

    /// <summary>Whatever has no translation stands in another language, and says so to voices and to eyes.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_text_is_in_the_language_that_it_says_it_is_in(string code)
    {
        foreach (var language in Languages.All)
        {
            AssertMarked(await Page($"/{language}/parks/{code}"));
        }
    }

    [Fact]
    public async Task A_page_leads_to_itself_in_the_other_languages_and_tells_search_engines()
    {
        var page = await Page("/ja/parks/park-2?from=singlemessage");
        var alternates = page.Descendants("link").Where(link => link.Attribute("hreflang") is not null).ToDictionary(link => (string)link.Attribute("hreflang")!, link => (string)link.Attribute("href")!);
        Assert.Equal(["en", "ja", "ko", "x-default", "zh"], alternates.Keys.Order(StringComparer.Ordinal));
        Assert.EndsWith("/parks/park-2", alternates["x-default"], StringComparison.Ordinal);
        Assert.EndsWith("/ko/parks/park-2", alternates["ko"], StringComparison.Ordinal);
        var chooser = page.Descendants("ul").Single(list => (string?)list.Attribute("class") == "languages");
        Assert.Equal(["zh", "en", "ko"], chooser.Descendants("a").Select(link => (string)link.Attribute("hreflang")!));
        Assert.Equal("ja", (string)chooser.Descendants("span").Single().Attribute("lang")!);
        foreach (var address in alternates.Values.Concat(chooser.Descendants("a").Select(link => (string)link.Attribute("href")!)))
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Send(address)).StatusCode);
        }
    }

    /// <summary>WeChat hangs its own language on every link: the address that was shared says which is meant.</summary>
    [Theory]
    [InlineData("/ja/parks/park-2?lang=zh_CN", null, "ja")]
    [InlineData("/parks/park-2?lang=ko", null, "ko")]
    [InlineData("/parks/park-2?lang=zh_CN", "ja", "zh-CN")]
    [InlineData("/parks/park-2", "ko-KR,ko;q=0.9,en;q=0.8", "ko")]
    [InlineData("/parks/park-2", "fr", "zh-CN")]
    public async Task The_address_decides_the_language_then_the_parameter_then_the_reader(string address, string? accepted, string language)
    {
        var response = await server.Send(address, ("Accept-Language", accepted ?? "zh"));
        Assert.Equal(language, (string)ForeignText.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Attribute("lang")!);
        Assert.Equal(language[..2], Assert.Single(response.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task Each_language_has_a_tag_of_its_own()
    {
        var tags = await Task.WhenAll(Languages.All.Select(async language => (await server.Send($"/{language}/parks/park-2")).Headers.ETag!.Tag));
        Assert.Equal(tags.Length, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("/parks/park-99", HttpStatusCode.NotFound)]
    [InlineData("/ko/parks/park-99", HttpStatusCode.NotFound)]
    [InlineData("/fr/parks/park-1", HttpStatusCode.NotFound)]
    [InlineData("/parks/park-1?bananas=1", HttpStatusCode.BadRequest)]
    [InlineData("/parks/park-1?lang=de", HttpStatusCode.BadRequest)]
    public async Task A_park_that_is_not_there_is_said_to_be_unknown_and_an_odd_parameter_is_refused(string address, HttpStatusCode status) => await server.GetProblem(address, status);

    [Theory]
    [InlineData("ja", "該当する地物はありません")]
    [InlineData("ko", "해당 지물이 없거나")]
    public async Task A_reader_is_told_in_his_language_that_there_is_no_such_park(string language, string says)
    {
        var response = await server.Send($"/{language}/parks/park-99", ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = ForeignText.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(says, page.Root!.Value, StringComparison.Ordinal);
        Assert.Equal(language, (string)page.Root.Attribute("lang")!);
    }

    [Fact]
    public async Task What_a_messenger_adds_to_a_link_does_no_harm() =>
        Assert.Equal(HttpStatusCode.OK, (await server.Send("/parks/park-1?from=singlemessage")).StatusCode);

    private static void AssertMarked(XDocument page)
    {
        Assert.Empty(ForeignText.Of(page));
        Assert.Empty(ForeignText.Unmarked(page));
        var hasOther = page.Descendants().Any(element => (string?)element.Attribute("class") == "other");
        Assert.Equal(hasOther, page.Descendants("p").Any(line => (string?)line.Attribute("class") == "legend"));
    }

    private static string Meta(XDocument page, string property) =>
        (string)page.Descendants("meta").Single(meta => (string?)meta.Attribute("property") == property).Attribute("content")!;

    private async Task<XDocument> Page(string address)
    {
        var response = await server.Send(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return ForeignText.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
