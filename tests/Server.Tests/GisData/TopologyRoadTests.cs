using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>What the plan says of single roads: what closes the ring, what prolongs what, what crosses over what (chapter 21).</summary>
public sealed class TopologyRoadTests
{
    private const double Touching = 15;

    private readonly IReadOnlyDictionary<string, DrawnFeature> roads = TopologyLayers.Read("roads");

    [Fact]
    public void The_inner_ring_is_closed_by_xipu_jining_ningan_and_the_second_ring()
    {
        var ring = Assert.IsType<LineString>(Line("road-inner-ring-loop").GetGeometryN(0));
        Assert.True(ring.IsRing, "the inner ring is closed and simple");

        string[] sides = ["road-xipu", "road-jining-avenue", "road-ningan", "road-north-second-ring"];
        var all = UnaryUnionOp.Union(sides.Append("road-north-second-ring-east-extension").Select(Line).ToList()).Buffer(Touching);
        Assert.True(all.Covers(ring), "the inner ring leaves the four streets");
        Assert.All(sides, side => Assert.True(Line(side).Buffer(Touching).Intersection(ring).Length > 4000, $"{side} is no side of the ring"));
    }

    [Fact]
    public void Three_things_called_ring_are_three_features()
    {
        string[] rings = ["闭环内环路", "内环高架", "环城高架立交"];
        Assert.All(rings, name => Assert.Single(roads.Values, road => road.NameZh == name));
    }

    [Theory]
    [InlineData("road-haichuan-north-crossing", "road-haichuan", 0, 1)]
    [InlineData("road-haichuan-north-extension", "road-haichuan-north-crossing", 0, 1)]
    [InlineData("road-haichuan-south-extension", "road-haichuan", 0, -1)]
    [InlineData("road-tongji-south-extension", "road-tongji", 0, -1)]
    [InlineData("road-deyuan-south-extension", "road-deyuan", 0, -1)]
    [InlineData("road-jinghang-east-extension", "road-jinghang", 1, 0)]
    [InlineData("road-renxing-east-extension", "road-renxing", 1, 0)]
    [InlineData("road-jining-avenue-east-extension", "road-jining-avenue", 1, 0)]
    [InlineData("road-north-second-ring-east-extension", "road-north-second-ring", 1, 0)]
    public void An_extension_goes_on_where_its_road_ends(string extension, string road, int east, int north)
    {
        var added = Line(extension);
        var prolonged = Line(road);
        Assert.True(added.Distance(prolonged) < Touching, "they do not meet");
        Assert.True(added.Intersection(prolonged.Buffer(1)).Length < Touching, "the extension runs on the road that it prolongs");

        var from = prolonged.Centroid.Coordinate;
        var to = added.Centroid.Coordinate;
        Assert.True(((to.X - from.X) * east) + ((to.Y - from.Y) * north) > 500, "the extension leads another way");
    }

    [Fact]
    public void The_second_ring_is_prolonged_to_xipu_road_and_not_beyond()
    {
        var extension = Line("road-north-second-ring-east-extension");
        var east = extension.Coordinates.MaxBy(vertex => vertex.X)!;
        Assert.True(extension.Factory.CreatePoint(east).Distance(Line("road-xipu")) < Touching, "it does not end on Xipu Road");
        Assert.True(Line("road-north-second-ring").Coordinates.Max(vertex => vertex.X) <= extension.Coordinates.Min(vertex => vertex.X), "the road runs on beside its extension");
    }

    [Fact]
    public void The_flyover_carries_chongwen_avenue_across_ningan_avenue()
    {
        var flyover = Line("road-chongwen-ningan-flyover");
        Assert.True(flyover.Crosses(Line("road-ningan")));
        Assert.True(Line("road-chongwen").Buffer(Touching).Covers(flyover));
    }

    [Fact]
    public void The_interchange_stands_where_jining_avenue_meets_the_airport_expressway()
    {
        var interchange = Line("road-jining-avenue-airport-interchange").ConvexHull();
        var crossing = Line("road-jining-avenue-east-extension").Intersection(Line("road-airport-expressway"));
        Assert.False(crossing.IsEmpty);
        Assert.True(interchange.Contains(crossing));
    }

    [Theory]
    [InlineData("road-weisan")]
    [InlineData("road-yingte")]
    [InlineData("road-kangning")]
    [InlineData("road-new-jizou")]
    [InlineData("road-shanhe")]
    [InlineData("road-ring-elevated-interchange")]
    public void A_road_whose_place_the_plan_does_not_give_is_listed_and_not_drawn(string code)
    {
        Assert.Null(roads[code].Degrees);
        Assert.Equal("unplaced", roads[code].Properties.GetProperty("placement").GetString());
    }

    private Geometry Line(string code) => roads[code].Metres;
}
