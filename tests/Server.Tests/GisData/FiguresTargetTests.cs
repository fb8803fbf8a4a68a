using System.Text.Json;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>targets.json: the indicator table of chapter 6 and the headline targets of the zone and its industry clusters.</summary>
public sealed class FiguresTargetTests
{
    private const int RowsOfTheTable = 22;
    private const string Row = "fyp14-chapter-6-row-";

    private static readonly IReadOnlyList<JsonElement> Targets =
        [.. FiguresReading.Read(Path.Combine(TopologyLayers.Folder, "..", "targets.json")).GetProperty("targets").EnumerateArray()];

    [Fact]
    public void Each_of_the_22_rows_of_the_table_has_2020_and_2025_and_the_column_of_the_period()
    {
        for (var row = 1; row <= RowsOfTheTable; row++)
        {
            var cells = Targets.Where(target => Text(target, "paragraph") == $"{Row}{row}").ToList();
            var indicator = Text(cells[0], "indicator");
            Assert.Equal(
                [(indicator, 2020), (indicator, 2025), ($"{indicator}-2021-2025", 2025)],
                cells.Take(3).Select(cell => (Text(cell, "indicator"), cell.GetProperty("horizon").GetInt32())));
        }
    }

    [Theory]
    [InlineData("gdp-growth", 2025)]
    [InlineData("labour-productivity-growth", 2020)]
    [InlineData("years-of-schooling", 2025)]
    [InlineData("carbon-intensity-cut", 2025)]
    [InlineData("forest-cover", 2020)]
    [InlineData("grain-output-2021-2025", 2025)]
    public void An_empty_cell_of_the_table_is_null_and_never_zero(string indicator, int year) =>
        Assert.Equal(JsonValueKind.Null, Cell(indicator, year).GetProperty("value").ValueKind);

    [Theory]
    [InlineData("urbanisation-rate", 2025, "eq", 90)]
    [InlineData("gdp-growth-2021-2025", 2025, "eq", 6.5)]
    [InlineData("labour-productivity-growth-2021-2025", 2025, "gt", 6)]
    [InlineData("unemployment-growth-2021-2025", 2025, "lt", 4)]
    [InlineData("unemployment-rate", 2020, "eq", 2.62)]
    [InlineData("life-expectancy", 2025, "eq", 81.12)]
    [InlineData("grain-output", 2025, "gt", 200_000_000)]
    [InlineData("energy-output", 2025, "eq", 3_100_000)]
    [InlineData("energy-output-2021-2025", 2025, "eq", -180_000)]
    public void A_cell_of_the_table_has_its_value_in_the_unit_of_the_vocabulary(string indicator, int year, string comparator, double value) =>
        Assert.Equal((comparator, value), (Text(Cell(indicator, year), "comparator"), Cell(indicator, year).GetProperty("value").GetDouble()));

    [Fact]
    public void Nothing_is_zero_where_the_plan_is_silent() =>
        Assert.DoesNotContain(Targets, target => target.GetProperty("value") is { ValueKind: JsonValueKind.Number } value && value.GetDouble() == 0);

    [Fact]
    public void The_four_clusters_aim_at_250_billion_yuan_in_2025_in_chapter_6_and_in_chapter_12_alike()
    {
        var revenue = Targets.Where(target => Text(target, "indicator") == "revenue" && target.GetProperty("horizon").GetInt32() == 2025);
        foreach (var comparator in new[] { "gt", "eq" })
        {
            var said = revenue.Where(target => Text(target, "comparator") == comparator).ToDictionary(Subject, target => target.GetProperty("value").GetDecimal());
            Assert.Equal(FiguresReading.Terms("industry-cluster").Keys.Order(), said.Keys.Order());
            Assert.Equal(250_000_000_000m, said.Values.Sum());
        }
    }

    [Fact]
    public void The_310_enterprises_of_the_leading_industries_are_those_of_the_three_clusters_that_count_them()
    {
        var zone = Targets.Single(target => Text(target, "indicator") == "leading-industries-above-scale").GetProperty("value").GetInt32();
        var clusters = Targets.Where(target => Text(target, "indicator") == "enterprises-above-scale").Select(target => target.GetProperty("value").GetInt32());
        Assert.Equal((310, 3), (zone, clusters.Count()));
        Assert.Equal(zone, clusters.Sum());
    }

    [Fact]
    public void A_target_speaks_in_the_unit_of_its_indicator_and_stands_there_once()
    {
        var indicators = FiguresReading.Terms("indicator");
        var units = FiguresReading.Terms("unit");
        Assert.All(Targets, target => Assert.Equal(indicators[Text(target, "indicator")].GetProperty("unit").GetString(), Text(target, "unit")));
        Assert.All(indicators.Values, indicator => Assert.Contains(indicator.GetProperty("unit").GetString()!, units.Keys));
        var keys = Targets.Select(target => (Subject(target), Text(target, "indicator"), target.GetProperty("horizon").ToString(), Text(target, "paragraph")));
        Assert.Equal(Targets.Count, keys.Distinct().Count());
    }

    [Fact]
    public void The_zone_has_its_baseline_of_2020_and_its_vision_of_2035() =>
        Assert.Equal(
            [(2020, 45_500_000_000m), (2035, 100_000_000_000m)],
            Targets.Where(target => Text(target, "indicator") == "gdp").Select(target => (target.GetProperty("horizon").GetInt32(), target.GetProperty("value").GetDecimal())));

    private static JsonElement Cell(string indicator, int year) => Targets.Single(target =>
        Text(target, "indicator") == indicator && Text(target, "paragraph").StartsWith(Row, StringComparison.Ordinal) && target.GetProperty("horizon").GetInt32() == year);

    private static string Subject(JsonElement target) => target.GetProperty("subject").GetProperty("code").GetString()!;

    private static string Text(JsonElement target, string name) => target.GetProperty(name).GetString()!;
}
