using CsCheck;
using SpatialPlan.Server.Cql2;
using Xunit;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>A filter taken apart at its ANDs, and put together again.</summary>
public class ConjunctTests
{
    [Theory]
    [InlineData("a = 1", "a = 1")]
    [InlineData("a = 1 AND b = 2 AND c = 3", "a = 1;b = 2;c = 3")]
    [InlineData("(a = 1 AND (b = 2)) AND c = 3", "a = 1;b = 2;c = 3")]
    [InlineData("a BETWEEN 1 AND 2 AND b = 'x AND y'", "a BETWEEN 1 AND 2;b = 'x AND y'")]
    [InlineData("a = 1 OR b = 2 AND c = 3", "a = 1 OR b = 2 AND c = 3")]
    [InlineData("(a = 1 OR b = 2) AND NOT (c = 3 AND d = 4)", "a = 1 OR b = 2;NOT (c = 3 AND d = 4)")]
    public void What_stands_between_the_outer_ands_is_a_condition(string text, string conditions) =>
        Assert.Equal(conditions, string.Join(';', Conjuncts.Of(Parse(text)).Select(TextPrinter.Print)));

    [Fact]
    public void Joined_again_the_conditions_are_the_same_and_none_is_an_and() => TreeGen.Tree.Sample(tree =>
    {
        var conditions = Conjuncts.Of(tree).ToList();
        var joined = Conjuncts.Join(conditions)!;
        return Conjuncts.Of(joined).SequenceEqual(conditions)
            && conditions.TrueForAll(condition => condition is not Operation { Operator.Name: "and" })
            && (tree is Operation { Operator.Name: "and" } || joined.Equals(tree));
    });

    [Fact]
    public void Nothing_joined_is_nothing() => Assert.Null(Conjuncts.Join([]));

    [Fact]
    public void Every_name_is_found_wherever_it_stands() => Assert.Equal(
        ["a", "b", "c", "d", "e", "a"],
        Conjuncts.Names(Parse("a IN (b) OR NOT T_DURING(INTERVAL(c, '..'), d) AND CASEI(e) LIKE 'x' AND a IS NULL")).Select(name => name.Name));

    private static Expression Parse(string text)
    {
        var read = Filter.Parse(text, FilterLanguage.Text);
        Assert.True(read.Succeeded, $"{read.Error}: {text}");
        return read.Value;
    }
}
