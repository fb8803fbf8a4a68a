using CsCheck;
using SpatialPlan.Server.Search;
using Xunit;

namespace SpatialPlan.Server.Tests.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("洸河·柳行", "洸河柳行")]
    [InlineData("洸河、柳行", "洸河柳行")]
    [InlineData("Park 2", "park2")]
    [InlineData("ＰＡＲＫ－２", "park2")]
    [InlineData("liáo hé", "liaohe")]
    [InlineData("lǜ", "lv")]
    [InlineData("“一城两轴”", "一城两轴")]
    [InlineData("7.5 亿元", "7.5亿元")]
    [InlineData(" \t ", "")]
    public void What_means_the_same_folds_to_the_same(string written, string folded) => Assert.Equal(folded, Folding.Of(written));

    [Fact]
    public void Folding_twice_changes_nothing() => Gen.String.Sample(text => Folding.Of(Folding.Of(text)) == Folding.Of(text));

    [Fact]
    public void Every_folded_character_knows_where_it_came_from() => Gen.String.Sample(text =>
    {
        var offsets = new List<int>();
        var folded = Folding.Of(text, offsets);
        return offsets.Count == folded.Length
            && offsets.Zip(offsets.Skip(1)).All(pair => pair.First < pair.Second)
            && offsets.Index().All(pair => Folding.Of(text[pair.Item].ToString()) == folded[pair.Index].ToString());
    });
}
