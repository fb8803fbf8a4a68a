using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Parks for an investor: the ranking holds by its own arithmetic, by plain SQL, and against odd questions.</summary>
public sealed class ParkMatchTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Address = "/api/parks/match";

    public static TheoryData<string> Chains =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.GisData, "catalogue", "vocabularies", "industry-chain.json")))!["terms"]!.AsArray().Select(term => (string)term!["code"]!)];

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_chain_finds_the_parks_that_the_plan_ties_to_it_with_their_words(string chain)
    {
        var match = await server.Get($"{Address}?industry_chain={chain}&must=chain");
        Assert.Equal(
            await server.Database.Rows($"select code from published.parks where '{chain}' = any(industry_chains) order by code collate \"C\""),
            Parks(match).Select(park => (string)park["code"]!).Order(StringComparer.Ordinal));
        Assert.NotEmpty(Parks(match));
        Assert.All(Parks(match), park =>
        {
            var why = park["why"]!.AsArray();
            Assert.NotEmpty(why);
            Assert.All(why, reason => Assert.NotNull((string?)reason!["citation"]!["paragraph"]));
        });
    }

    [Theory]
    [InlineData("industry_chain=construction-machinery")]
    [InlineData("industry_chain=biopharma&weights=chain-fit:7,target-size:13,access:100&unknown=middle")]
    [InlineData("industry_cluster=high-end-equipment&weights=neighbours:1,chain-fit:0&unknown=low")]
    [InlineData("must=revenue:30000000000")]
    public async Task The_printed_sum_is_the_sum_of_the_printed_factors(string question)
    {
        var match = await server.Get($"{Address}?{question}");
        Assert.NotEmpty(Parks(match));
        Assert.All(Parks(match), park =>
        {
            var criteria = park["criteria"]!.AsArray().Select(one => one!).ToList();
            Assert.All(criteria, one =>
            {
                Assert.Equal(Number(one["scaled_min"]) * Number(one["weight"]), Number(one["product_min"]));
                Assert.Equal(Number(one["scaled_max"]) * Number(one["weight"]), Number(one["product_max"]));
                Assert.True(Number(one["scaled_min"]) <= Number(one["scaled_max"]));
            });
            Assert.Equal(100, criteria.Sum(one => Number(one["weight"])));
            Assert.Equal(criteria.Sum(one => Number(one["product_min"])), Number(park["score_min"]));
            Assert.Equal(criteria.Sum(one => Number(one["product_max"])), Number(park["score_max"]));
            Assert.Equal((int)park["of"]! - park["not_stated"]!.AsArray().Count, (int)park["known"]!);
        });
    }

    [Fact]
    public async Task What_is_not_stated_makes_the_range_wide_and_counts_as_the_reader_says()
    {
        var parks = await Task.WhenAll(new[] { "range", "low", "middle" }.Select(async unknown =>
            Parks(await server.Get($"{Address}?industry_chain=construction-machinery&unknown={unknown}")).Single(park => (string)park["code"]! == "park-5")));
        Assert.True(Number(parks[0]["score_min"]) < Number(parks[0]["score_max"]));
        Assert.Equal(Number(parks[0]["score_min"]), Number(parks[1]["score_max"]));
        Assert.InRange(Number(parks[2]["score_min"]), Number(parks[0]["score_min"]), Number(parks[0]["score_max"]));
        Assert.Equal(Number(parks[2]["score_min"]), Number(parks[2]["score_max"]));
    }

    [Fact]
    public async Task A_must_have_excludes_keeps_or_is_undecided_and_says_before_how_many_it_leaves()
    {
        var all = (await server.Database.Rows("select code from published.parks")).Count;
        var match = await server.Get($"{Address}?industry_chain=construction-machinery&must=chain,revenue:50000000000");
        var (excluded, undecided) = (Codes(match["excluded"]!), Codes(match["undecided"]!));
        Assert.Equal(all, Parks(match).Count + excluded.Count + undecided.Count);
        Assert.Contains("park-8", excluded);
        Assert.Equal(
            await server.Database.Rows("select code from published.parks where chain_grounds = '[]' and not exists (select from jsonb_array_elements(targets) t where t ->> 'indicator' = 'revenue' and (t ->> 'value')::numeric < 50000000000) order by code collate \"C\""),
            undecided.Order(StringComparer.Ordinal));
        var said = match["musts"]!.AsArray().Single(must => (string)must!["code"]! == "project")!;
        Assert.Equal((int)said["leaves"]!, Parks(await server.Get($"{Address}?industry_chain=construction-machinery&must=chain,revenue:50000000000,project")).Count);
    }

    [Theory]
    [InlineData("高端液压件", "construction-machinery")]
    [InlineData("hydraulic", "construction-machinery")]
    [InlineData("hydraulic valve", "construction-machinery")]
    [InlineData("油圧", "construction-machinery")]
    [InlineData("油圧部品", "construction-machinery")]
    [InlineData("유압", "construction-machinery")]
    [InlineData("炭化ケイ素", "new-materials")]
    [InlineData("체외진단", "medical-devices")]
    [InlineData("첨단장비 산업단지", "construction-machinery")]
    [InlineData("Biopharmaceuticals", "biopharma")]
    [InlineData("山推", "construction-machinery")]
    [InlineData("杨家河科技创业园", "construction-machinery")]
    public async Task Words_find_their_chain(string words, string chain)
    {
        var match = await server.Get($"{Address}?q={Uri.EscapeDataString(words)}");
        Assert.Equal(chain, (string)match["question"]!["industry_chain"]!);
        Assert.NotEmpty(match["question"]!["understood"]!.AsArray());
        Assert.NotEmpty(Parks(match));
    }

    [Theory]
    [InlineData("液压电梯")]
    [InlineData("hydraulic elevator")]
    public async Task A_product_that_no_chain_has_is_answered_with_the_nearest_terms(string words)
    {
        var question = (await server.Get($"{Address}?q={Uri.EscapeDataString(words)}"))["question"]!;
        var near = question["understood"]!.AsArray().Concat(question["nearest"]!.AsArray()).ToList();
        Assert.NotEmpty(near);
        Assert.All(near, term => Assert.True(term!["kind"]!.GetValue<string>() is not "product" || (term["ja"] is not null && term["ko"] is not null)));
    }

    [Fact]
    public async Task Must_haves_that_no_park_has_leave_none_and_say_who_is_out()
    {
        var all = (await server.Database.Rows("select code from published.parks")).Count;
        var match = await server.Get($"{Address}?industry_chain=biopharma&must=chain,bonded,revenue:1000000000000000");
        Assert.Empty(Parks(match));
        Assert.Equal(all, Codes(match["excluded"]!).Concat(Codes(match["undecided"]!)).Distinct().Count());
        Assert.NotEmpty(match["musts"]!.AsArray());
    }

    /// <summary>Counts and distances are of the data, which no place of the plan states: their rule stands in the catalogue.</summary>
    [Fact]
    public async Task Each_figure_of_the_arithmetic_has_its_place_in_the_plan_or_its_rule()
    {
        var criteria = (await server.Get("/api/catalogue"))["criteria"]!["criteria"]!.AsArray();
        Assert.All(criteria, criterion => Assert.All(new[] { "rule_zh", "rule_en", "rule_ja", "rule_ko" }, rule => Assert.NotEmpty((string)criterion![rule]!)));
        var stated = criteria.Where(criterion => (string)criterion!["kind"]! is "degree" or "target" or "growth").Select(criterion => (string)criterion!["code"]!).ToHashSet();
        var judged = Parks(await server.Get($"{Address}?industry_chain=construction-machinery")).SelectMany(park => park["criteria"]!.AsArray()).Select(one => one!)
            .Where(one => stated.Contains((string)one["code"]!) && one["raw"] is { } raw && raw.ToString() != "not-named").ToList();
        Assert.Equal(stated.Order(), judged.Select(one => (string)one["code"]!).Distinct().Order());
        Assert.All(judged, one => Assert.NotEmpty(one["citations"]!.AsArray()));
        Assert.All(judged.SelectMany(one => one["citations"]!.AsArray()), citation => Assert.NotEmpty((string)citation!["paragraph"]!));
    }

    [Fact]
    public async Task Five_hundred_weights_are_refused() =>
        Assert.Equal("too-many-values", (string)(await server.GetProblem($"{Address}?industry_chain=automotive&weights={string.Join(',', Enumerable.Repeat("chain-fit:1", 500))}", HttpStatusCode.BadRequest))["code"]!);

    [Theory]
    [InlineData("bananas")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Words_that_nobody_knows_are_said_to_be_so_and_rank_nothing(string words)
    {
        var match = await server.Get($"{Address}?q={Uri.EscapeDataString(words)}");
        Assert.Empty(Parks(match));
        Assert.Empty(match["question"]!["understood"]!.AsArray());
    }

    [Theory]
    [InlineData("", "question-missing")]
    [InlineData("industry_chain=bananas", "value-unknown")]
    [InlineData("industry_chain=automotive&industry_cluster=medical-health", "question-contradictory")]
    [InlineData("industry_chain=automotive&must=bananas", "value-unknown")]
    [InlineData("industry_chain=automotive&must=chain,chain", "value-repeated")]
    [InlineData("industry_chain=automotive&must=revenue", "value-invalid")]
    [InlineData("industry_chain=automotive&must=revenue:NaN", "value-invalid")]
    [InlineData("industry_chain=automotive&must=revenue:-1", "value-invalid")]
    [InlineData("industry_chain=automotive&weights=chain-fit:0,target-size:0,target-growth:0,neighbours:0,access:0", "weights-all-zero")]
    [InlineData("industry_chain=automotive&weights=chain-fit:-1", "value-invalid")]
    [InlineData("industry_chain=automotive&weights=chain-fit:NaN", "value-invalid")]
    [InlineData("industry_chain=automotive&weights=chain-fit:1000000000", "value-invalid")]
    [InlineData("industry_chain=automotive&weights=1,2,3,4,5,6,7,8", "too-many-values")]
    [InlineData("industry_chain=automotive&unknown=maybe", "value-unknown")]
    [InlineData("industry_chain=automotive&park=1", "parameter-unknown")]
    public async Task An_odd_question_is_refused_with_a_code(string question, string code)
    {
        var response = await server.Client.GetAsync($"{Address}?{question}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["code"]!);
    }

    private static List<JsonNode> Parks(JsonNode match) => [.. match["parks"]!.AsArray().Select(park => park!)];

    private static List<string> Codes(JsonNode list) => [.. list.AsArray().Select(one => (string)one!["code"]!).Distinct()];

    private static decimal Number(JsonNode? number) => number!.GetValue<decimal>();
}
