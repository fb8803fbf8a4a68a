using SpatialPlan.Server.Parks;
using Xunit;

namespace SpatialPlan.Server.Tests.Parks;

public sealed class QuestionTermsTests
{
    private static readonly QuestionTerms Terms = new(
    [
        Term("工程机械", "Construction machinery", "machinery"),
        Term("高端液压件", "High-end hydraulic parts", "machinery", "油圧部品", "유압 부품"),
        Term("高性能多路阀", "High-performance multi-way valves", "machinery"),
        Term("新能源汽车", "New-energy vehicles", "automotive"),
        Term("汽车零部件", "Car parts", "automotive"),
    ]);

    [Theory]
    [InlineData("高端液压件", "machinery")]
    [InlineData("液压件", "machinery")]
    [InlineData("construction MACHINERY", "machinery")]
    [InlineData("hydraulic valve", "machinery")]
    [InlineData("油圧", "machinery")]
    [InlineData("유압", "machinery")]
    [InlineData("New-Energy vehicles", "automotive")]
    [InlineData("新能源汽车整车", "automotive")]
    public void Words_of_one_chain_mean_it(string words, string chain)
    {
        var (meant, _) = Terms.Find(words);
        Assert.NotEmpty(meant);
        Assert.All(meant, term => Assert.Equal(chain, term.IndustryChain));
    }

    [Theory]
    [InlineData("parts")]
    [InlineData("工程机械和新能源汽车")]
    public void Words_of_several_chains_mean_none_and_name_the_nearest(string words)
    {
        var (meant, nearest) = Terms.Find(words);
        Assert.Empty(meant);
        Assert.Equal(["automotive", "machinery"], nearest.Select(term => term.IndustryChain).Distinct().Order());
    }

    [Theory]
    [InlineData("bananas")]
    [InlineData("香蕉")]
    [InlineData("--")]
    [InlineData("阀")]
    public void Words_that_nobody_knows_mean_nothing(string words)
    {
        var (meant, nearest) = Terms.Find(words);
        Assert.Empty(meant);
        Assert.Empty(nearest);
    }

    private static QuestionTerm Term(string zh, string en, string chain, params string[] other) => new("product", null, [zh, en, .. other], chain, "cluster", null);
}
