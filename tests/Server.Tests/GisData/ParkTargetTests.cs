using System.Text.Json;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>The targets of the twelve parks against a second transcription of box 6-6, in the units the plan prints.</summary>
public sealed class ParkTargetTests
{
    private const double Yi = 1e8;
    private const double Wan = 1e4;

    // Park, year, indicator, figure as printed and its multiplier; no year where the plan gives none.
    private static readonly (int Park, int? Year, string Indicator, double Printed, double Times)[] Box =
    [
        (1, 2025, "output-value", 300, Yi),
        (2, 2023, "enterprises-above-scale", 180, 1), (2, 2023, "revenue", 600, Yi),
        (2, 2025, "enterprises-above-scale", 200, 1), (2, 2025, "revenue", 1000, Yi),
        (3, 2025, "revenue", 500, Yi),
        (4, 2023, "enterprises-above-scale", 60, 1), (4, 2023, "revenue", 150, Yi),
        (4, 2025, "enterprises-above-scale", 100, 1), (4, 2025, "revenue", 300, Yi),
        (5, null, "revenue", 500, Yi), (5, null, "industrial-output-value", 240, Yi), (5, null, "industrial-profit", 3, Yi),
        (5, null, "public-budget-revenue", 8, Yi), (5, null, "fixed-asset-investment", 360, Yi),
        (5, null, "enterprises-above-scale", 230, 1), (5, null, "industrial-enterprises-above-scale", 120, 1),
        (5, null, "listed-companies", 3, 1), (5, null, "high-tech-enterprises", 80, 1), (5, null, "tax-per-mu", 20, Wan),
        (6, 2025, "leading-industry-scale", 400, Yi), (6, 2025, "revenue", 400, Yi), (6, 2025, "industrial-gross-product", 300, Yi),
        (7, 2023, "enterprises-above-scale", 200, 1), (7, 2023, "revenue", 600, Yi),
        (7, 2025, "enterprises-above-scale", 260, 1), (7, 2025, "revenue", 800, Yi),
        (8, 2023, "enterprises-above-scale", 120, 1), (8, 2023, "revenue", 200, Yi),
        (8, 2025, "enterprises-above-scale", 180, 1), (8, 2025, "revenue", 350, Yi),
        (9, 2025, "enterprises-above-scale", 300, 1), (9, 2025, "revenue", 200, Yi),
        (10, null, "foreign-invested-enterprises", 10, 1), (10, null, "foreign-investment", 3, Yi),
        (10, 2025, "enterprises-above-scale", 50, 1), (10, 2025, "revenue", 350, Yi),
        (12, 2025, "population-capacity", 35, Wan), (12, 2025, "commercial-complexes", 4, 1),
    ];

    private static readonly IReadOnlyDictionary<string, DrawnFeature> Parks = TopologyLayers.Read("parks");

    [Fact]
    public void The_parks_carry_the_targets_of_box_6_6_and_no_others()
    {
        var drawn = Parks.Values.SelectMany(park => Targets(park).Select(target => (
            Park: park.Properties.GetProperty("number").GetInt32(),
            Year: target.GetProperty("horizon") is { ValueKind: JsonValueKind.Number } year ? year.GetInt32() : (int?)null,
            Indicator: target.GetProperty("indicator").GetString()!,
            Value: target.GetProperty("value").GetDouble())));
        Assert.Equal(
            Box.Select(row => (row.Park, row.Year, row.Indicator, Value: row.Printed * row.Times)).Order(),
            drawn.Order());
    }

    [Fact]
    public void A_target_cites_the_item_of_its_own_park() =>
        Assert.All(Parks.Values, park => Assert.All(Targets(park), target =>
            Assert.Equal($"fyp14-box-6-6-item-{park.Code["park-".Length..]}", target.GetProperty("paragraph").GetString())));

    [Fact]
    public void The_plan_gives_no_land_area_for_any_park() =>
        Assert.All(Parks.Values, park => Assert.Equal(JsonValueKind.Null, park.Properties.GetProperty("land_area_m2").ValueKind));

    private static JsonElement.ArrayEnumerator Targets(DrawnFeature park) => park.Properties.GetProperty("targets").EnumerateArray();
}
