using SpatialPlan.Server.Parks;
using Xunit;

namespace SpatialPlan.Server.Tests.Parks;

public sealed class ScoresTests
{
    private const int Seed = 20261130;
    private const int Rounds = 1000;

    [Theory]
    [InlineData(new[] { 50, 30, 20 }, new[] { 50, 30, 20 })]
    [InlineData(new[] { 1, 1, 1 }, new[] { 34, 33, 33 })]
    [InlineData(new[] { 0, 7, 0 }, new[] { 0, 100, 0 })]
    [InlineData(new[] { 2, 1 }, new[] { 67, 33 })]
    [InlineData(new[] { 0, 0 }, new[] { 0, 0 })]
    public void Shares_are_parts_of_a_hundred(int[] weights, int[] expected) => Assert.Equal(expected, Scores.Shares(weights));

    [Fact]
    public void Shares_add_up_and_keep_the_order_of_the_weights()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(101)).ToArray();
            var shares = Scores.Shares(weights);
            Assert.Equal(weights.Sum() == 0 ? 0 : 100, shares.Sum());
            for (var one = 0; one < weights.Length; one++)
            {
                Assert.True(weights[one] > 0 || shares[one] == 0);
                Assert.All(Enumerable.Range(0, weights.Length).Where(other => weights[other] > weights[one]), other => Assert.True(shares[other] >= shares[one]));
            }
        }
    }

    [Fact]
    public void Ranges_that_overlap_share_a_rank_and_others_do_not()
    {
        Assert.Equal([1, 2, 3], Scores.Ranks([(80, 90), (60, 70), (10, 20)]));
        Assert.Equal([1, 1, 1], Scores.Ranks([(70, 90), (60, 80), (50, 65)]));
        Assert.Equal([3, 1, 1], Scores.Ranks([(10, 20), (70, 70), (70, 70)]));
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var ranges = Enumerable.Range(0, random.Next(1, 13)).Select(_ => random.Next(100)).Select(min => (Min: min, Max: min + (random.Next(3) == 0 ? random.Next(40) : 0))).ToList();
            var ranks = Scores.Ranks(ranges);
            for (var one = 0; one < ranges.Count; one++)
            {
                Assert.Equal(1 + ranks.Count(rank => rank < ranks[one]), ranks[one]);
                Assert.All(Enumerable.Range(0, ranges.Count).Where(other => ranges[other].Min <= ranges[one].Max && ranges[one].Min <= ranges[other].Max), other => Assert.Equal(ranks[one], ranks[other]));
                Assert.All(Enumerable.Range(0, ranges.Count).Where(other => ranks[other] < ranks[one]), other => Assert.True(ranges[other].Min > ranges[one].Max));
            }
        }
    }
}
