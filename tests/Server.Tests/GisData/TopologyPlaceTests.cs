using NetTopologySuite.Geometries;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>Where parks, lakes, stations and projects stand, and how openly the drawing says that it does not know better.</summary>
public sealed class TopologyPlaceTests
{
    private readonly IReadOnlyDictionary<string, DrawnFeature> parks = TopologyLayers.Read("parks");

    [Fact]
    public void There_are_twelve_parks_numbered_as_in_box_6_6()
    {
        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"park-{number}"), parks.Keys);
        Assert.All(parks.Values, park => Assert.Equal($"park-{park.Properties.GetProperty("number").GetInt32()}", park.Code));
    }

    [Fact]
    public void A_park_is_a_circle_as_wide_as_its_accuracy_around_a_label_in_its_subdistrict()
    {
        var subdistricts = TopologyLayers.Read("subdistricts");
        Assert.All(parks.Values.Where(park => park.Degrees is not null && park.Code != "park-12"), park =>
        {
            var label = park.Metres.Centroid;
            Assert.Equal(64, park.Metres.Coordinates.Length - 1);
            Assert.All(park.Metres.Coordinates, vertex => Assert.Equal(park.AccuracyMetres, vertex.Distance(label.Coordinate), 0.01 * park.AccuracyMetres));
            Assert.True(subdistricts[park.Properties.GetProperty("placed_by").GetString()!].Metres.Contains(label), $"{park.NameZh} stands in another subdistrict");
        });
    }

    [Fact]
    public void A_park_of_whose_place_the_plan_has_no_word_is_listed_and_not_drawn() =>
        Assert.Equal(["park-8", "park-10", "park-11"], parks.Values.Where(park => park.Degrees is null).Select(park => park.Code));

    [Fact]
    public void Park_12_takes_the_outline_of_the_core_city_and_says_why()
    {
        var district = parks["park-12"];
        Assert.True(TopologyLayers.Feature("core-city", "liaohe-new-town").Degrees!.EqualsExact(district.Degrees));
        Assert.Contains(district.Properties.GetProperty("citations").EnumerateArray(), citation => citation.GetProperty("rule").GetString() == "park-12-outline");
    }

    [Theory]
    [InlineData("ruyi-lake", "core-city", "liaohe-new-town")]
    [InlineData("hongyan-lake", "core-city", "liaohe-new-town")]
    [InlineData("qilin-island", "core-city", "liaohe-new-town")]
    [InlineData("shili-lake", "subdistricts", "subdistrict-jiezhuang")]
    [InlineData("shili-lake-wetland", "subdistricts", "subdistrict-jiezhuang")]
    [InlineData("liaoyuan-wetland", "subdistricts", "subdistrict-liuhang")]
    public void A_lake_lies_where_the_plan_speaks_of_it_and_no_road_runs_through_it(string water, string collection, string place)
    {
        var lake = TopologyLayers.Feature("water-areas", water);
        Assert.True(TopologyLayers.Feature(collection, place).Metres.Covers(lake.Metres));
        Assert.All(
            TopologyLayers.Read("roads").Values.Where(road => road.Degrees is not null),
            road => Assert.False(road.Metres.Intersects(lake.Metres), $"{road.NameZh} runs through {lake.NameZh}"));
    }

    [Fact]
    public void The_plan_names_two_wetlands_and_no_third_is_invented() =>
        Assert.Equal(
            ["十里湖人工湿地", "蓼源湿地"],
            TopologyLayers.Read("water-areas").Values
                .Where(water => water.Properties.GetProperty("water_kind").GetString() == "wetland")
                .Select(water => water.NameZh).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("railway-lunan", "hub-jining-north-station")]
    [InlineData("railway-jinghu", "hub-qufu-east-station")]
    public void A_high_speed_line_passes_its_station(string railway, string station)
    {
        var line = TopologyLayers.Feature("railways", railway);
        var stop = TopologyLayers.Feature("hubs", station);
        Assert.InRange(line.Metres.Distance(stop.Metres), 0, line.AccuracyMetres + stop.AccuracyMetres);
        Assert.Equal("openstreetmap", line.Properties.GetProperty("source").GetString());
    }

    [Fact]
    public void The_equipment_city_lies_in_both_huangtun_and_wangyin()
    {
        var city = TopologyLayers.Feature("project-sites", "project-4-1-1").Metres;
        Assert.All(["subdistrict-huangtun", "subdistrict-wangyin"], code =>
            Assert.True(TopologyLayers.Feature("subdistricts", code).Metres.Intersection(city).Area > 0.1 * city.Area, code));
    }

    [Fact]
    public void The_fruit_and_vegetable_town_is_at_wangyin() =>
        Assert.True(TopologyLayers.Feature("subdistricts", "subdistrict-wangyin").Degrees!.Contains(TopologyLayers.Feature("projects", "project-7-1-1").Degrees));
}
