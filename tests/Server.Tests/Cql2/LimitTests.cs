using SpatialPlan.Server.Cql2;
using Xunit;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>Filters that are too large. A stack that overflows would end the test run, as it would end the server.</summary>
public class LimitTests
{
    private const int VeryDeep = 100_000;

    private static readonly FilterLimits OnlyDepth = new(int.MaxValue, int.MaxValue, 64, int.MaxValue);

    [Theory]
    [InlineData("(", "open", ")")]
    [InlineData("NOT ", "open", "")]
    [InlineData("NOT (", "open", ")")]
    [InlineData("area = -(", "1", ")")]
    [InlineData("CASEI(", "name", ") = 'a'")]
    [InlineData("A_CONTAINS(", "tags", ")")]
    public void Nesting_is_refused_long_before_the_stack_ends(string open, string inner, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, VeryDeep)) + inner + string.Concat(Enumerable.Repeat(close, VeryDeep));
        Assert.Equal("filter-too-deep", Refusals.Refuse(text, limits: OnlyDepth)?.Code);
    }

    [Theory]
    [InlineData("""{"op":"not","args":[""", "]}")]
    [InlineData("[", "]")]
    [InlineData("""{"a":""", "}")]
    [InlineData("""{"type":"Polygon","coordinates":[""", "]}")]
    public void Nesting_in_json_is_refused_long_before_the_stack_ends(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, VeryDeep)) + "true" + string.Concat(Enumerable.Repeat(close, VeryDeep));
        Assert.Equal("filter-too-deep", Refusals.Refuse(text, FilterLanguage.Json, OnlyDepth)?.Code);
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_sixty_five_are_not()
    {
        Assert.Null(Refusals.Refuse(Nested(63)));
        Assert.Equal("filter-too-deep", Refusals.Refuse(Nested(64))?.Code);
        Assert.Null(Refusals.Refuse(NestedJson(63), FilterLanguage.Json));
        Assert.Equal("filter-too-deep", Refusals.Refuse(NestedJson(64), FilterLanguage.Json)?.Code);

        static string Nested(int times) => string.Concat(Enumerable.Repeat("NOT ", times)) + "open";
        static string NestedJson(int times) =>
            string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", times)) + """{"property":"open"}""" + string.Concat(Enumerable.Repeat("]}", times));
    }

    [Fact]
    public void A_long_sum_is_as_deep_as_it_is_long() =>
        Assert.Equal("filter-too-deep", Refusals.Refuse("area = 1" + string.Concat(Enumerable.Repeat("+1", 100)))?.Code);

    [Fact]
    public void Fifteen_hundred_alternatives_are_too_many_parts()
    {
        var text = string.Join(" OR ", Enumerable.Repeat("open", 1_500));
        Assert.Equal("filter-too-many-parts", Refusals.Refuse(text, limits: new FilterLimits(TextLength: 100_000))?.Code);
        Assert.Equal("filter-too-many-parts", Refusals.Refuse(string.Join(" OR ", Enumerable.Repeat("open", 500)))?.Code);
        Assert.Null(Refusals.Refuse(string.Join(" OR ", Enumerable.Repeat("open", 499))));
    }

    [Fact]
    public void A_filter_of_a_hundred_thousand_characters_is_too_long()
    {
        var error = Refusals.Refuse($"name = '{new string('a', 100_000)}'");
        Assert.Equal(("filter-too-long", FilterLimits.Default.TextLength), (error!.Code, error.Offset));
        Assert.Equal("filter-too-long", Refusals.Refuse($"\"{new string('a', 100_000)}\"", FilterLanguage.Json)?.Code);
    }
}
