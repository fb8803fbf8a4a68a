using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

public class ChineseNumeralTests
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("五十一", 51)]
    [InlineData("九十九", 99)]
    public void Numbers_of_headings_are_read(string text, int number) => Assert.Equal(number, ChineseNumeral.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("零")]
    [InlineData("一二")]
    [InlineData("十十")]
    [InlineData("12")]
    public void Anything_else_is_no_number(string text) => Assert.Null(ChineseNumeral.Parse(text));
}
