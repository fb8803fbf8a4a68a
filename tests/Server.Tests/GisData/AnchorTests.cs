using System.Text.Json;
using NetTopologySuite.Geometries;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>What public sources say of places (Anchors.json) against the drawing: each anchor lies within the accuracy that its feature claims.</summary>
public sealed class AnchorTests
{
    private const double RiverKilometresFromDeyuanBridgeToJizouRoad = 7.4;

    private static readonly string File = Path.Combine(Repository.Root, "tests", "Server.Tests", "GisData", "Anchors.json");

    private readonly Geometry liaohe = TopologyLayers.Feature("waters", "water-liaohe").Metres;

    public static TheoryData<string, string, string, double, double> Anchors()
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        return
        [
            .. document.RootElement.GetProperty("anchors").EnumerateArray().Select(anchor => (
                anchor.GetProperty("collection").GetString()!, anchor.GetProperty("code").GetString()!, anchor.GetProperty("what").GetString()!,
                anchor.GetProperty("lon").GetDouble(), anchor.GetProperty("lat").GetDouble())),
        ];
    }

    [Theory]
    [MemberData(nameof(Anchors))]
    public void An_anchor_lies_within_the_accuracy_of_its_feature(string collection, string code, string what, double longitude, double latitude)
    {
        var feature = TopologyLayers.Feature(collection, code);
        var away = feature.Metres.Distance(LocalMetres.Of(feature.Degrees!.Factory.CreatePoint(new Coordinate(longitude, latitude))));
        Assert.True(away <= feature.AccuracyMetres, $"{feature.NameZh} is {away:F0} m from {what} and claims {feature.AccuracyMetres:F0} m");
    }

    [Theory]
    [InlineData("road-haichuan")]
    [InlineData("road-deyuan")]
    public void A_road_that_sources_lead_over_the_liaohe_crosses_it(string road) =>
        Assert.True(TopologyLayers.Feature("roads", road).Metres.Crosses(liaohe));

    [Fact]
    public void The_bridge_of_deyuan_road_is_as_far_up_the_river_from_jizou_road_as_sources_say()
    {
        var stations = new NetTopologySuite.LinearReferencing.LengthIndexedLine(liaohe);
        var roads = TopologyLayers.Read("roads");
        var along = stations.Project(roads["road-jizou"].Metres.Intersection(liaohe).Coordinate) - stations.Project(roads["road-deyuan"].Metres.Intersection(liaohe).Coordinate);
        Assert.Equal(RiverKilometresFromDeyuanBridgeToJizouRoad * 1000, along, TopologyLayers.Feature("waters", "water-liaohe").AccuracyMetres);
    }

    [Theory]
    [InlineData("water-liaohe")]
    [InlineData("water-yangjiahe")]
    public void A_river_that_joins_the_guangfuhe_reaches_it(string river) =>
        Assert.InRange(TopologyLayers.Feature("waters", river).Metres.Distance(TopologyLayers.Feature("waters", "water-guangfuhe").Metres), 0, 15);

    [Fact]
    public void Shili_lake_lies_on_the_lower_liaohe_and_hongyan_lake_above_it()
    {
        var lakes = TopologyLayers.Read("water-areas");
        Assert.True(lakes["shili-lake"].Metres.Intersects(liaohe));
        Assert.True(lakes["shili-lake"].Metres.EnvelopeInternal.MaxY < lakes["hongyan-lake"].Metres.EnvelopeInternal.MinY);
        Assert.InRange(lakes["hongyan-lake"].Metres.Distance(liaohe), 0, lakes["hongyan-lake"].AccuracyMetres);
    }

    [Theory]
    [InlineData("facility-mixc", "subdistrict-liuhang")]
    [InlineData("facility-university-park", "subdistrict-liuhang")]
    [InlineData("facility-macalline", "subdistrict-guanghe")]
    public void A_place_lies_in_the_subdistrict_of_its_address(string facility, string subdistrict) =>
        Assert.True(TopologyLayers.Feature("subdistricts", subdistrict).Metres.Contains(TopologyLayers.Feature("facilities", facility).Metres));

    [Fact]
    public void Qilin_island_and_its_base_lie_beside_haichuan_road()
    {
        var road = TopologyLayers.Feature("roads", "road-haichuan").Metres;
        Assert.InRange(TopologyLayers.Feature("water-areas", "qilin-island").Metres.Distance(road), 0, 1000);
        Assert.InRange(TopologyLayers.Feature("facilities", "facility-qilin-island-base").Metres.Distance(road), 0, 1000);
    }
}
