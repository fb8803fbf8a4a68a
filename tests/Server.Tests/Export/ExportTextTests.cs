using SpatialPlan.Server.Export;
using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Export;

/// <summary>Text on its way into formats that take some of it for something else.</summary>
public sealed class ExportTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+3e5", "+3e5")]
    [InlineData("工程机械", "工程机械")]
    [InlineData("", "")]
    public void A_formula_is_made_text_and_a_number_is_left_alone(string text, string expected) => Assert.Equal(expected, Spreadsheet.Harmless(text));

    [Fact]
    public void A_cell_with_quotes_and_line_ends_is_one_cell() => Assert.Equal("\"a \"\"b\"\"\nc\",\"1,5\",plain\r\n", Spreadsheet.CsvRow(["a \"b\"\nc", "1,5", "plain"]));

    [Fact]
    public void Cut_names_are_ten_long_and_all_different()
    {
        var names = ShapefileNames.Of(["plan_status", "plan_status_basis", "PLAN_STATUS_other", "code", "placement", "placement_reason_zh", "placement_reason_en"]);
        Assert.Equal(["plan_statu", "plan_sta_1", "PLAN_STA_2", "code", "placement", "placement_", "placemen_1"], names);
    }

    [Theory]
    [InlineData("a\"b\\c\nd\u0001", "a\"b\\c d")]
    [InlineData("100% {a} \\P \\~", "100% {a} \\P \\~")]
    [InlineData("5%%c ±", "5％％c ±")]
    [InlineData("%%% 100%% 5%%037", "％％% 100%% 5％％037")]
    [InlineData("\\U+4E00 \\m+1C4E3 \\u", "＼U+4E00 ＼m+1C4E3 \\u")]
    [InlineData("a^I^", "a^ I^ ")]
    public void A_name_on_a_drawing_means_nothing_but_itself(string name, string text) => Assert.Equal(text, DxfText.Of(name).Text);

    [Theory]
    [InlineData("𠮷🙂\u200F乗", "\\U+D842\\U+DFB7\\U+D83D\\U+DE42\\U+200F乗")]
    public void A_letter_that_the_code_page_lacks_is_an_escape(string name, string written) =>
        Assert.Equal(written, DxfText.Gbk.GetString(DxfText.Gbk.GetBytes(DxfText.Of(name).Text)));

    [Theory]
    [InlineData("../../x", "x")]
    [InlineData("a\r\nSet-Cookie: b", "aSet-Cookieb")]
    [InlineData("重点项目", "重点项目")]
    [InlineData("///", "export")]
    public void A_title_becomes_a_name_of_a_file(string title, string expected) => Assert.Equal(expected, ExportEndpoints.FileName(title));
}
