using SpatialPlan.Server.Plan.Text;
using Xunit;

namespace SpatialPlan.Server.Tests.Plan;

/// <summary>Figures as the plan writes them, against figures as the data holds them.</summary>
public sealed class StatedFigureTests
{
    [Theory]
    [InlineData("总投资7.5亿元", 750_000_000, "CNY")]
    [InlineData("总投资 7.5 亿元", 750_000_000, "CNY")]
    [InlineData("投资约50余亿元", 5_000_000_000, "CNY")]
    [InlineData("投资5000万元", 50_000_000, "CNY")]
    [InlineData("产值1万亿元", 1_000_000_000_000, "CNY")]
    [InlineData("面积10万平方米", 100_000, "m2")]
    [InlineData("占地196亩", 130_666.67, "m2")]
    [InlineData("占地5.5万亩", 36_666_666.67, "m2")]
    [InlineData("面积2平方公里", 2_000_000, "m2")]
    [InlineData("面积3公顷", 30_000, "m2")]
    [InlineData("增长6.5%", 6.5, "%")]
    [InlineData("下降4%", -4, "%")]
    [InlineData("建设期2021-2023年", 2021, null)]
    [InlineData("两条生产线", 2, null)]
    public void A_value_is_recognised_as_it_is_written(string text, double value, string? unit) =>
        Assert.Contains(StatedFigure.In(text), figure => figure.Is((decimal)value, unit));

    [Theory]
    [InlineData("总投资17.5亿元", 750_000_000, "CNY")]
    [InlineData("总投资7.55亿元", 750_000_000, "CNY")]
    [InlineData("占地196亩", 196, "m2")]
    [InlineData("总投资7.5万元", 750_000_000, "CNY")]
    [InlineData("2021年", 202, null)]
    public void Another_value_is_not_taken_for_it(string text, double value, string? unit) =>
        Assert.DoesNotContain(StatedFigure.In(text), figure => figure.Is((decimal)value, unit));

    [Fact]
    public void A_row_of_the_table_prints_its_unit_once()
    {
        var figure = StatedFigure.In("粮食综合生产能力（亿斤） 1.2").Single();
        Assert.True(figure.Is(120_000_000, "jin", inTable: true));
        Assert.False(figure.Is(120_000_000, "jin"));
    }

    [Fact]
    public void Digits_without_end_are_read_without_a_fault() => Assert.NotNull(StatedFigure.In(new string('9', 5000)).ToList());

    [Theory]
    [InlineData("车间3万平方米，办公楼1.2万平方米，投资4.2亿元", 42_000, "3万平方米，办公楼1.2万平方米")]
    [InlineData("车间3万平方米，厂房1万平方米，库房2万平方米", 50_000, "3万平方米，厂房1万平方米，库房2万平方米")]
    [InlineData("车间3万平方米，办公楼1.2万平方米", 50_000, null)]
    [InlineData("投资3亿元，产值1.2亿元", 420_000_000, null)]
    public void A_total_that_is_not_printed_is_found_as_its_parts(string text, double value, string? stretch) =>
        Assert.Equal(stretch, FigureSum.Find(text, (decimal)value, "m2") is { } found ? text[found.Start..found.End] : null);
}
