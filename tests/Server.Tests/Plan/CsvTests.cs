using SpatialPlan.Server.Plan.Industries;
using Xunit;

namespace SpatialPlan.Server.Tests.Plan;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-x", "'-x")]
    [InlineData("@x", "'@x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("-5", "-5")]
    [InlineData("+1.5e3", "+1.5e3")]
    [InlineData("7.5", "7.5")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData(null, "")]
    public void A_cell_is_never_a_formula_and_numbers_stay_numbers(string? value, string cell) =>
        Assert.Equal($"\uFEFF{cell}\r\n", Csv.Of([[value]]));

    [Fact]
    public void Rows_end_as_the_standard_says() => Assert.Equal("\uFEFFa,b\r\n1,2\r\n", Csv.Of([["a", "b"], ["1", "2"]]));
}
