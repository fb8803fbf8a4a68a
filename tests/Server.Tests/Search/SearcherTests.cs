using SpatialPlan.Server.Database;
using SpatialPlan.Server.Search;
using Xunit;

namespace SpatialPlan.Server.Tests.Search;

/// <summary>The order of what is found, on a handful of names.</summary>
public sealed class SearcherTests : IDisposable
{
    private readonly string table = Path.GetTempFileName();
    private readonly SearchIndex index;

    public SearcherTests()
    {
        File.WriteAllText(table, """{"liao":"蓼聊","lu":"蓼路绿","he":"河","xin":"新","cheng":"城","hang":"行","xing":"行","yin":"银","hai":"海","chuan":"川","v":"吕"}""");
        index = new SearchIndex(
            new PlanRevision(Guid.Empty, 7),
            [
                Feature("long", "蓼河新城北路", "North Road"),
                Feature("alias", "新城", "New Town", "蓼河"),
                Feature("river", "蓼河", "Liaohe"),
                Feature("inside", "老蓼河", "Old Liaohe"),
                Feature("bank", "银行", "Bank"),
                Feature("road-5", "海川路", "Haichuan Road"),
            ],
            [new SearchTerm("industry_chain", "new-city", "新城产业", "New city industry", null)],
            [new SearchSentence("p1", 1, null, null, 6, 0, "海川路在蓼河边，投资15亿元。"), new SearchSentence("p1", 1, null, null, 6, 15, "银行在路边。")],
            PinyinTable.Read(table),
            SimplifiedTable.Empty);
    }

    [Theory]
    [InlineData("蓼河", "river alias long inside")]
    [InlineData("liaohe", "river inside long alias")]
    [InlineData("lh", "river long inside alias")]
    [InlineData("llh", "river long inside alias")]
    [InlineData("luhe", "river long inside alias")]
    [InlineData("yinhang", "bank")]
    [InlineData("yinxing", "bank")]
    [InlineData("yinx", "bank")]
    [InlineData("haichuan lu", "road-5")]
    [InlineData("road", "road-5 long")]
    [InlineData("oad", "road-5 long")]
    [InlineData("road5", "road-5")]
    [InlineData("新城 北路", "long")]
    [InlineData("北路 新城", "long")]
    [InlineData("海川 北路", "")]
    [InlineData("hx", "long")]
    [InlineData("hz", "")]
    public void The_order_is_exact_prefix_inside_alias_sound_inside_a_word(string words, string codes) =>
        Assert.Equal(codes, string.Join(' ', Searcher.Features(index, SearchQuery.Of(words, 10, SimplifiedTable.Empty)).Select(found => index.Features[found.Entry].Code)));

    [Theory]
    [InlineData("路", 2)]
    [InlineData("5亿", 0)]
    [InlineData("15亿", 1)]
    [InlineData("haichuan", 1)]
    [InlineData("hai", 0)]
    [InlineData("海川 15亿", 1)]
    [InlineData("海川 银行", 0)]
    public void A_sentence_is_found_by_its_words_and_by_longer_pinyin(string words, int number) =>
        Assert.Equal(number, Searcher.Sentences(index, SearchQuery.Of(words, 10, SimplifiedTable.Empty)).Count);

    [Theory]
    [InlineData("聊河", "蓼河")]
    [InlineData("haichuam", "Haichuan Road")]
    [InlineData("海船路", "海川路")]
    [InlineData("xyzw", null)]
    public void A_slip_is_answered_with_the_nearest_name(string words, string? meant) =>
        Assert.Equal(meant, Suggestion.For(index, SearchQuery.Of(words, 10, SimplifiedTable.Empty))?.Text);

    public void Dispose() => File.Delete(table);

    private static SearchFeature Feature(string code, string zh, string en, params string[] aliases) => new("things", code, zh, en, aliases, [], "stated");
}
