using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>One city, two axes, three belts, four urban clusters: how they lie to each other and to the ground (chapter 20).</summary>
public sealed class TopologyStructureTests
{
    private readonly Geometry zone = TopologyLayers.Feature("zone", "jining-high-tech-zone").Metres;

    [Fact]
    public void The_structure_is_one_city_two_axes_three_belts_and_four_clusters() =>
        Assert.Equal([1, 2, 3, 4], new[] { "core-city", "axes", "belts", "urban-clusters" }.Select(collection => TopologyLayers.Read(collection).Count));

    [Fact]
    public void The_five_subdistricts_carry_their_division_codes()
    {
        var codes = TopologyLayers.Read("subdistricts").Values
            .ToDictionary(subdistrict => subdistrict.NameZh, subdistrict => subdistrict.Properties.GetProperty("division_code").GetString());
        Assert.Equal(
            new Dictionary<string, string?> { ["洸河街道"] = "370871001", ["柳行街道"] = "370871002", ["接庄街道"] = "370871003", ["王因街道"] = "370871004", ["黄屯街道"] = "370871005" },
            codes);
    }

    [Fact]
    public void The_subdistricts_fill_the_zone_without_gap_or_overlap()
    {
        var parts = TopologyLayers.Read("subdistricts").Values.Select(subdistrict => subdistrict.Metres).ToList();
        var together = UnaryUnionOp.Union(parts);
        Assert.InRange(together.SymmetricDifference(zone).Area, 0, zone.Area * 1e-4);
        Assert.Equal(parts.Sum(part => part.Area), together.Area, zone.Area * 1e-4);
    }

    [Fact]
    public void The_clusters_stand_apart_inside_the_zone_each_on_its_own_subdistricts()
    {
        var subdistricts = TopologyLayers.Read("subdistricts");
        var clusters = TopologyLayers.Read("urban-clusters").Values.ToList();
        Assert.All(clusters, cluster =>
        {
            Assert.True(zone.Covers(cluster.Metres), $"{cluster.NameZh} leaves the zone");
            Assert.All(clusters.Where(other => other != cluster), other => Assert.True(other.Metres.IsWithinDistance(cluster.Metres, 0) == false));
            var own = cluster.Code["urban-cluster-".Length..].Split('-').Select(name => subdistricts["subdistrict-" + name].Metres).ToList();
            Assert.True(UnaryUnionOp.Union(own).Intersection(cluster.Metres).Area > 0.75 * cluster.Metres.Area, $"{cluster.NameZh} lies on other ground");
        });
    }

    [Fact]
    public void Huangtun_lies_in_the_north_wangyin_in_the_east_and_jiezhuang_in_the_south()
    {
        var centres = TopologyLayers.Read("urban-clusters").Values.ToDictionary(cluster => cluster.Code, cluster => cluster.Metres.Centroid.Coordinate);
        Assert.Equal("urban-cluster-huangtun", centres.MaxBy(centre => centre.Value.Y).Key);
        Assert.Equal("urban-cluster-wangyin", centres.MaxBy(centre => centre.Value.X).Key);
        Assert.Equal("urban-cluster-jiezhuang", centres.MinBy(centre => centre.Value.Y).Key);
    }

    [Fact]
    public void Liaohe_new_town_lies_along_the_liaohe()
    {
        var city = TopologyLayers.Feature("core-city", "liaohe-new-town").Metres;
        var through = TopologyLayers.Feature("waters", "water-liaohe").Metres.Intersection(city);
        Assert.True(zone.Covers(city));
        Assert.True(through.Length > 0.8 * Math.Sqrt(4 * city.Area / Math.PI), "the river only touches the city");
    }

    [Theory]
    [InlineData("axis-haichuan-road", "road-haichuan", "海川路研发孵化科创集聚轴")]
    [InlineData("axis-chongwen-avenue", "road-chongwen", "崇文大道济兖协同发展轴")]
    public void An_axis_follows_its_road_leads_out_of_the_zone_at_both_ends_and_keeps_its_second_name(string code, string road, string alias)
    {
        var axis = TopologyLayers.Feature("axes", code);
        var line = Assert.IsType<LineString>(axis.Metres.GetGeometryN(0));
        Assert.True(line.Crosses(zone));
        Assert.False(zone.Intersects(line.StartPoint));
        Assert.False(zone.Intersects(line.EndPoint));
        Assert.Contains(alias, axis.Properties.GetProperty("aliases").EnumerateArray().Select(name => name.GetString()));

        var ways = TopologyLayers.Read("roads").Values.Where(way => way.Code.StartsWith(road, StringComparison.Ordinal) && way.Degrees is not null);
        var followed = UnaryUnionOp.Union(ways.Select(way => way.Metres).ToList()).Buffer(15);
        Assert.True(followed.Intersection(line).Length > 0.9 * line.Length, "the axis leaves its road");
    }

    [Theory]
    [InlineData("belt-sihe", "water-sihe")]
    [InlineData("belt-liaohe", "water-liaohe")]
    [InlineData("belt-guangfuhe", "water-guangfuhe")]
    public void A_belt_follows_its_river_along_the_whole_zone_and_says_that_its_width_is_ours(string code, string river)
    {
        var belt = TopologyLayers.Feature("belts", code);
        Assert.True(TopologyLayers.Feature("waters", river).Metres.Buffer(15).Covers(belt.Metres));
        Assert.True(belt.Metres.EnvelopeInternal.MinY < zone.EnvelopeInternal.MinY && belt.Metres.EnvelopeInternal.MaxY > zone.EnvelopeInternal.MaxY);

        var width = belt.Properties.GetProperty("citations").EnumerateArray().Single(citation => citation.GetProperty("attribute").GetString() == "width_m");
        Assert.Equal("belt-width-schematic", width.GetProperty("rule").GetString());
    }
}
