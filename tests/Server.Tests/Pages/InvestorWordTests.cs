using System.Text.Json;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Pages;
using SpatialPlan.Server.Pages.Parks;
using SpatialPlan.Server.Parks;
using Xunit;

namespace SpatialPlan.Server.Tests.Pages;

/// <summary>The words of investors' pages in four languages, and what stands there where one is missing.</summary>
public sealed class InvestorWordTests
{
    private static readonly string[] Beginnings = ["park.", "compare.", "enquiry.", "chart.", "locator.", "language.", "CNY", "USD", "error.4", "error.5"];

    [Fact]
    public void The_pages_of_investors_have_their_words_in_Japanese_and_Korean()
    {
        var english = PageWords.All["en"].Keys;
        Assert.Equal(PageWords.All["ja"].Keys.Order(StringComparer.Ordinal), PageWords.All["ko"].Keys.Order(StringComparer.Ordinal));
        Assert.Subset(english.ToHashSet(), PageWords.All["ja"].Keys.ToHashSet());
        Assert.All(english.Where(name => Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal))), name => Assert.Contains(name, PageWords.All["ja"].Keys));
    }

    [Theory]
    [InlineData("zh", "甲", "zh")]
    [InlineData("en", "A", "en")]
    [InlineData("ja", "ア", "ja")]
    [InlineData("ko", "A", "en")]
    public void What_a_language_lacks_stands_in_English(string language, string text, string said) =>
        Assert.Equal(new Said(text, said), new PageWords(language).Said("甲", "A", "ア", null));

    [Fact]
    public void What_English_lacks_too_stands_in_Chinese() => Assert.Equal(new Said("甲", "zh"), new PageWords("ko").Said("甲", null, null, null));

    [Fact]
    public void Another_language_is_marked_and_ones_own_is_not()
    {
        var (html, words) = (new Html(), new PageWords("ja"));
        Assert.Equal("ア", html.Say(new Said("ア", "ja"), words).ToString());
        Assert.False(html.HasOther);
        Assert.Equal("ア<span class=\"other\" lang=\"zh-CN\" data-language=\"中文\">甲</span>", html.Say(new Said("甲", "zh"), words).ToString());
        Assert.True(html.HasOther);
    }

    /// <summary>With a catalogue that has no Japanese, every name, fact and term on the page is marked.</summary>
    [Fact]
    public void Names_facts_and_terms_without_a_translation_are_all_marked()
    {
        var catalogue = CatalogueReader.Of(CatalogueReader.Load(Repository.GisData).Document.Without(["ja", "ko"]));
        var rules = MatchRules.Of(catalogue)!;
        using var properties = JsonDocument.Parse("{}");
        var park = new Park(
            "park-2", "高端装备产业园", null, [], 3000, true, [new Ground("automotive", null, "named", "汽车零部件", null, null, null, null)],
            [new Target("revenue", 2025, "gt", 60_000_000_000, "CNY", null)], [new Neighbour("projects", "p", "项目", "Project", null, null)], new Hub("hub", "北站", "North Station", 9000, 300), properties.RootElement)
        {
            Readiness = Readiness.Of(rules.Readiness!, properties.RootElement),
        };
        var (html, words) = (new Html(), new PageWords("ja"));
        var (names, sections) = (new ParkNames(catalogue, words), new ParkSections(html, catalogue, words, new CitedPlaces(html, words, paragraph => paragraph)));
        html.Element("h1", names.Of(park), words);
        sections.Grounds(park, chain => chain);
        sections.Targets(park, [park]);
        sections.Readiness(rules, park);
        sections.Nearby(rules, park, neighbour => neighbour.Code);
        sections.Known(rules, park);
        var page = System.Net.WebUtility.HtmlDecode(html.ToString());
        Assert.Contains("<h1><span class=\"other\" lang=\"zh-CN\"", page, StringComparison.Ordinal);
        string[] missing = ["Project", "Projects", "North Station", rules.Readiness!.RuleEn, .. rules.Readiness.Items.Select(item => item.En), catalogue.Vocabularies["indicator"].Find("revenue")!.En, catalogue.Vocabularies["industry_chain"].Find("automotive")!.En, .. rules.Facts.Select(fact => fact.En)];
        foreach (var text in missing)
        {
            Assert.Contains($"<span class=\"other\" lang=\"en\" data-language=\"English\">{text}</span>", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("zh", "1000 亿元", "3 亿美元", "突破 300 亿元", "20 万元/亩（约 300 元/m²）", "2021年9月29日")]
    [InlineData("en", "CNY 100 billion", "USD 300 million", "exceeds CNY 30 billion", "CNY 200,000 per mu (about CNY 300 per m²)", "29 September 2021")]
    [InlineData("ja", "1000億元", "3億米ドル", "300億元超", "20万元／ムー（約300元／m²）", "2021年9月29日")]
    [InlineData("ko", "1000억 위안", "3억 미국 달러", "300억 위안 초과", "1무당 20만 위안(약 300위안/m²)", "2021년 9월 29일")]
    public void Figures_and_days_are_written_as_each_language_writes_them(string language, string money, string dollars, string exceeded, string perMu, string day)
    {
        var (catalogue, words) = (CatalogueReader.Load(Repository.GisData), new PageWords(language));
        string Say(double value, string unit, string comparator = "eq") => FactValue.Measured(value, unit, comparator, catalogue, words);
        Assert.Equal(
            [money, dollars, exceeded, perMu, day],
            new[] { Say(100_000_000_000, "CNY"), Say(300_000_000, "USD"), Say(30_000_000_000, "CNY", "gt"), Say(200_000, "CNY/mu"), words.Day("2021-09-29") });
    }
}
