using SpatialPlan.Server.Export;
using SpatialPlan.Server.Geo;
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

    [Fact]
    public void A_label_of_a_drawing_holds_any_name()
    {
        Assert.Equal("LABEL(f:\"SimSun\",t:\"a\\\"b\\\\c d\",s:60g)", SourceRows.Label("a\"b\\c\nd\u0001", FileCrs.Drawing));
        Assert.Contains("s:0.000539g", SourceRows.Label("园", CrsList.Wire), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\U+5bb6\\~\\U+9662", "家 院")]
    [InlineData("a\\\\b \\{c\\}", "a\\b {c}")]
    [InlineData("\\U+5b", "\\U+5b")]
    public void The_text_of_a_drawing_is_plain(string escaped, string plain) => Assert.Equal(plain, DxfTexts.Plain(escaped));

    [Theory]
    [InlineData("../../x", "x")]
    [InlineData("a\r\nSet-Cookie: b", "aSet-Cookieb")]
    [InlineData("重点项目", "重点项目")]
    [InlineData("///", "export")]
    public void A_title_becomes_a_name_of_a_file(string title, string expected) => Assert.Equal(expected, ExportEndpoints.FileName(title));
}
