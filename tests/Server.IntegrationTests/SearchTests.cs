using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>One box: what is typed in Chinese, pinyin, initials, English or as a code finds it, the best first.</summary>
public sealed class SearchTests(SearchServer search) : IClassFixture<SearchServer>
{
    [Theory]
    [InlineData("蓼河", "water-liaohe")]
    [InlineData("蓼河新城", "liaohe-new-town")]
    [InlineData("liaohe", "water-liaohe")]
    [InlineData("LiaoHe", "water-liaohe")]
    [InlineData("liáo hé", "water-liaohe")]
    [InlineData("lh", "water-liaohe")]
    [InlineData("llh", "water-liaohe")]
    [InlineData("海川路", "road-haichuan")]
    [InlineData("haichuanlu", "road-haichuan")]
    [InlineData("haichuanl", "road-haichuan")]
    [InlineData("hcl", "road-haichuan")]
    [InlineData("海川路研发孵化科创集聚轴", "axis-haichuan-road")]
    [InlineData("洸河·柳行", "urban-cluster-guanghe-liuhang")]
    [InlineData("洸河、柳行商服组团", "urban-cluster-guanghe-liuhang")]
    [InlineData("独角兽岛", "qilin-island")]
    [InlineData("liuhang", "subdistrict-liuhang")]
    [InlineData("zhongguozhongqi", "project-4-2-4")]
    [InlineData("先进制造", "park-5")]
    [InlineData("Advanced Manufacturing", "park-5")]
    [InlineData("park-12", "park-12")]
    [InlineData("project-9-1-2", "project-4-4-3")]
    [InlineData("４-１-３", "project-4-1-3")]
    [InlineData("推土机", "project-4-1-4")]
    [InlineData("tuituji", "project-4-1-4")]
    public async Task The_best_answer_comes_first(string words, string code) => Assert.Equal(code, (await search.Codes(words))[0]);

    /// <summary>Its firm is no other name of a project, and still finds it.</summary>
    [Theory]
    [InlineData("油圧", "construction-machinery")]
    [InlineData("유압", "construction-machinery")]
    [InlineData("hydraulic valve", "construction-machinery")]
    [InlineData("高端液压件", "construction-machinery")]
    [InlineData("水素燃料電池", "new-energy")]
    public async Task A_product_is_found_in_four_languages_and_leads_to_its_chain(string words, string chain)
    {
        var products = (await search.Search(words))["vocabulary"]!.AsArray().Where(term => (string)term!["vocabulary"]! == "product").ToList();
        Assert.NotEmpty(products);
        Assert.All(products, product => Assert.Equal(chain, (string)product!["parent"]!));
    }

    [Theory]
    [InlineData("楊家河科学技術創業パーク", "park-7")]
    [InlineData("양자허", "park-7")]
    public async Task A_park_is_found_by_its_Japanese_and_Korean_name(string words, string code) => Assert.Equal(code, (await search.Codes(words))[0]);

    [Theory]
    [InlineData("永生重工", "enterprise-yongsheng", "project-4-1-8")]
    [InlineData("海富", "enterprise-haifu", "project-4-7-2")]
    [InlineData("莱尼电气", "enterprise-leoni", "project-4-2-3")]
    [InlineData("远山", "enterprise-yuanshan", "project-9-1-3")]
    public async Task A_firm_finds_itself_and_its_projects(string words, string firm, string project) =>
        Assert.Subset((await search.Codes(words)).ToHashSet(), new HashSet<string> { firm, project });

    [Theory]
    [InlineData("柳行", "liuhang", "liuxing")]
    [InlineData("中国重汽", "zhongguozhongqi", "zhongguochongqi")]
    public async Task A_character_of_several_readings_is_found_by_each(string name, string one, string other)
    {
        var named = await search.Codes(name);
        Assert.Subset((await search.Codes(one)).ToHashSet(), named.ToHashSet());
        Assert.Subset((await search.Codes(other)).ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public async Task Every_word_must_stand_in_the_same_entry()
    {
        Assert.Contains("project-4-1-4", await search.Codes("推土机 山推"));
        Assert.DoesNotContain("facility-shantui-collaborative", await search.Codes("推土机 山推"));
    }

    /// <summary>Nothing has all: what has a part of it, and which parts were looked for.</summary>
    [Theory]
    [InlineData("hydraulic wafers", "hydraulic wafers", "enterprise-xinfa")]
    [InlineData("推土机 蓼河", "推土机 蓼河", "project-4-1-4")]
    [InlineData("推土机园区规划", "推土机", "project-4-1-4")]
    public async Task When_nothing_has_all_what_has_a_part_is_found(string words, string parts, string code)
    {
        var answer = await search.Search(words, limit: 20);
        Assert.Contains(code, answer["features"]!.AsArray().Select(feature => (string)feature!["code"]!));
        Assert.Equal(parts.Split(' '), answer["parts"]!.AsArray().Select(part => (string)part!));
        Assert.Null(answer["suggestion"]);
    }

    [Fact]
    public async Task When_something_has_all_no_parts_are_looked_for()
    {
        var answer = await search.Search("推土机 山推");
        Assert.Empty(answer["parts"]!.AsArray());
        Assert.NotEmpty(answer["features"]!.AsArray());
    }

    [Theory]
    [InlineData("工程機械", "工程机械")]
    [InlineData("濟寧大道", "济宁大道")]
    [InlineData("蓼河智慧活力帶", "蓼河智慧活力带")]
    [InlineData("產業城 國際", "产业城 国际")]
    public async Task Traditional_characters_find_what_simplified_ones_do(string traditional, string simplified)
    {
        var (one, other) = (await search.Search(traditional), await search.Search(simplified));
        Assert.True((int)other["totals"]!["features"]! + (int)other["totals"]!["vocabulary"]! > 0);
        foreach (var group in new[] { "totals", "features", "text", "vocabulary" })
        {
            Assert.Equal(other[group]!.ToJsonString(), one[group]!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("工程机械", "industry_chain", "construction-machinery")]
    [InlineData("gcjx", "industry_chain", "construction-machinery")]
    [InlineData("高端装备", "industry_cluster", "high-end-equipment")]
    [InlineData("在建", "plan_status", "under-construction")]
    [InlineData("planned", "plan_status", "planned")]
    [InlineData("组团", "collection", "urban-clusters")]
    [InlineData("试验的起点", "part", "1")]
    [InlineData("试验的打算", "chapter", "2")]
    [InlineData("shiyandedasuan", "chapter", "2")]
    public async Task The_vocabulary_is_found_as_well(string words, string vocabulary, string code)
    {
        var first = (await search.Search(words))["vocabulary"]![0]!;
        Assert.Equal((vocabulary, code), ((string)first["vocabulary"]!, (string)first["code"]!));
    }

    [Theory]
    [InlineData("海川路", "海川路", "text")]
    [InlineData("haichuanlu", "海川路", "pinyin")]
    [InlineData("yinhang", "银行", "pinyin")]
    [InlineData("7.5亿", "7.5亿", "text")]
    [InlineData("７.５亿元", "7.5亿元", "text")]
    public async Task The_text_is_found_with_the_stretch_that_says_it(string words, string marked, string by)
    {
        var answer = await search.Search(words);
        Assert.True((bool)answer["text_loaded"]!);
        var found = answer["text"]![0]!;
        var excerpt = (string)found["excerpt"]!;
        var start = (int)found["excerpt_start"]!;
        Assert.Equal(marked, excerpt[((int)found["mark_start"]! - start)..((int)found["mark_end"]! - start)]);
        Assert.Equal(("fyp14-chapter-1-p1", by), ((string)found["paragraph"]!, (string)found["by"]!));
        var paragraph = await search.Server.Get($"/api/plan/paragraphs/{(string)found["paragraph"]!}");
        Assert.Equal(marked, ((string)paragraph["text"]!)[(int)found["mark_start"]!..(int)found["mark_end"]!]);
    }

    [Fact]
    public async Task A_figure_is_not_found_inside_a_longer_one() => Assert.Empty((await search.Search("5亿"))["text"]!.AsArray());

    [Theory]
    [InlineData("聊河", "蓼河")]
    [InlineData("liaohr", "Liaohe")]
    [InlineData("Kamatsu Shantui", "Komatsu Shantui")]
    public async Task A_slip_is_answered_with_what_may_have_been_meant(string words, string meant)
    {
        var answer = await search.Search(words);
        Assert.Empty(answer["features"]!.AsArray());
        Assert.Equal(meant, (string)answer["suggestion"]!["text"]!);
    }

    [Fact]
    public async Task What_is_found_needs_no_suggestion_and_nonsense_has_none()
    {
        Assert.Null((await search.Search("蓼河"))["suggestion"]);
        Assert.Null((await search.Search("qqqqxxxxzzzzvvvv"))["suggestion"]);
    }

    [Fact]
    public async Task The_limit_is_kept_and_the_totals_tell_of_the_rest()
    {
        var answer = await search.Search("路", limit: 3);
        Assert.Equal(3, answer["features"]!.AsArray().Count);
        Assert.InRange((int)answer["totals"]!["features"]!, 10, 100);
    }

    [Theory]
    [InlineData("", "parameter-missing")]
    [InlineData("q=", "parameter-empty")]
    [InlineData("q=a&q=b", "parameter-repeated")]
    [InlineData("q=a%00b", "nul-character")]
    [InlineData("q=a%01b", "control-character")]
    [InlineData("q=a&limit=0", "limit-invalid")]
    [InlineData("q=a&limit=51", "limit-invalid")]
    [InlineData("q=a&limit=1e1", "limit-invalid")]
    [InlineData("Q=b", "parameter-unknown")]
    [InlineData("q=a&x=1", "parameter-unknown")]
    public async Task A_malformed_question_is_400_with_a_code(string query, string code) =>
        Assert.Equal(code, (string)(await search.Server.GetProblem($"/api/search?{query}", HttpStatusCode.BadRequest))["code"]!);

    [Fact]
    public async Task A_question_of_more_than_a_hundred_characters_is_refused()
    {
        Assert.Equal("query-too-long", (string)(await search.Server.GetProblem($"/api/search?q={new string('a', 101)}", HttpStatusCode.BadRequest))["code"]!);
        await search.Search(new string('海', 100));
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("<script>")]
    [InlineData("\\")]
    [InlineData("(.*)+$")]
    [InlineData("·、-")]
    [InlineData("   ")]
    [InlineData("\u3000\u00a0")]
    [InlineData("\ud83d\ude80")]
    public async Task A_strange_question_has_an_ordinary_answer(string words)
    {
        var answer = await search.Search(words);
        Assert.Equal(words, (string)answer["query"]!);
        Assert.Empty(answer["features"]!.AsArray());
    }
}
