using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>The order of rivers and roads that the plan's words fix (chapters 20 and 21, box 6-2), whatever the coordinates.</summary>
public sealed class TopologyOrderTests
{
    private static readonly string[] Verticals = ["road-tongji", "road-haichuan", "road-xipu"];

    private static readonly string[] Horizontals =
        ["road-north-second-ring", "road-renxing", "road-chongwen", "road-mengzi", "road-jizou", "road-jinghang"];

    [Fact]
    public void Haichuan_road_and_the_liaohe_lie_between_guangfuhe_and_sihe_at_every_latitude_of_the_zone()
    {
        var waters = TopologyLayers.Read("waters");
        Geometry between = UnaryUnionOp.Union([Haichuan(), waters["water-liaohe"].Degrees!]);
        Geometry[] westToEast = [waters["water-guangfuhe"].Degrees!, between, waters["water-sihe"].Degrees!];
        var zone = TopologyLayers.Feature("zone", "jining-high-tech-zone").Degrees!.EnvelopeInternal;

        foreach (var latitude in TopologyScan.Between(zone.MinY, zone.MaxY))
        {
            AssertAscending(westToEast.Select(line => line.AtLatitude(latitude)), $"at {latitude:F4} N");
        }
    }

    [Fact]
    public void Haichuan_road_crosses_the_liaohe_once_and_lies_west_of_it_from_there_to_the_south()
    {
        var liaohe = TopologyLayers.Feature("waters", "water-liaohe").Degrees!;
        var crossing = Assert.IsType<Point>(Haichuan().Intersection(liaohe));
        var zone = TopologyLayers.Feature("zone", "jining-high-tech-zone").Degrees!.EnvelopeInternal;

        foreach (var latitude in TopologyScan.Between(zone.MinY, crossing.Y))
        {
            AssertAscending([Haichuan().AtLatitude(latitude), liaohe.AtLatitude(latitude)], $"at {latitude:F4} N");
        }
    }

    [Fact]
    public void Tongji_haichuan_and_xipu_are_the_verticals_and_lie_from_west_to_east()
    {
        var roads = Grid("vertical", Verticals);
        foreach (var latitude in TopologyScan.Between(roads.Max(road => road.EnvelopeInternal.MinY), roads.Min(road => road.EnvelopeInternal.MaxY)))
        {
            AssertAscending(roads.Select(road => road.AtLatitude(latitude)), $"at {latitude:F4} N");
        }
    }

    [Fact]
    public void The_six_horizontals_lie_from_north_to_south_in_the_order_of_the_plan()
    {
        var roads = Grid("horizontal", Horizontals);
        foreach (var longitude in TopologyScan.Between(roads.Max(road => road.EnvelopeInternal.MinX), roads.Min(road => road.EnvelopeInternal.MaxX)))
        {
            AssertAscending(roads.Reverse().Select(road => road.AtLongitude(longitude)), $"at {longitude:F4} E");
        }
    }

    [Fact]
    public void Every_one_of_the_three_crosses_every_one_of_the_six_and_goes_on()
    {
        foreach (var vertical in Grid("vertical", Verticals))
        {
            foreach (var horizontal in Grid("horizontal", Horizontals).Where(road => !EndsAtXipu(road, vertical)))
            {
                var crossing = Assert.IsType<Point>(vertical.Intersection(horizontal));
                Assert.InRange(crossing.Y, vertical.EnvelopeInternal.MinY + 0.002, vertical.EnvelopeInternal.MaxY - 0.002);
                Assert.InRange(crossing.X, horizontal.EnvelopeInternal.MinX + 0.002, horizontal.EnvelopeInternal.MaxX - 0.002);
            }
        }
    }

    [Fact]
    public void Sihe_runs_along_the_east_of_the_zone()
    {
        var sihe = TopologyLayers.Feature("waters", "water-sihe").Degrees!;
        var zone = TopologyLayers.Feature("zone", "jining-high-tech-zone").Degrees!;

        Assert.False(sihe.Intersects(zone));
        foreach (var latitude in TopologyScan.Between(zone.EnvelopeInternal.MinY, zone.EnvelopeInternal.MaxY))
        {
            AssertAscending([zone.AtLatitude(latitude), sihe.AtLatitude(latitude)], $"at {latitude:F4} N");
        }
    }

    [Fact]
    public void Guangfuhe_parts_the_old_city_from_the_zone()
    {
        var guangfuhe = TopologyLayers.Feature("waters", "water-guangfuhe").Degrees!;
        var oldCity = TopologyLayers.Feature("hubs", "hub-jining-station").Degrees!;
        AssertAscending([oldCity.AtLatitude(oldCity.Coordinate.Y), guangfuhe.AtLatitude(oldCity.Coordinate.Y)], "at the railway station");

        foreach (var east in TopologyLayers.Read("subdistricts").Values.Where(subdistrict => subdistrict.Code != "subdistrict-guanghe"))
        {
            var middle = east.Degrees!.InteriorPoint;
            AssertAscending([guangfuhe.AtLatitude(middle.Y), middle.AtLatitude(middle.Y)], east.NameZh);
        }
    }

    private static Geometry Haichuan()
    {
        var roads = TopologyLayers.Read("roads");
        return UnaryUnionOp.Union(
        [
            roads["road-haichuan"].Degrees, roads["road-haichuan-north-crossing"].Degrees,
            roads["road-haichuan-north-extension"].Degrees, roads["road-haichuan-south-extension"].Degrees,
        ]);
    }

    // Chapter 21 prolongs the second ring to Xipu Road and no farther: TopologyRoadTests holds that it gets there.
    private static bool EndsAtXipu(Geometry horizontal, Geometry vertical) =>
        horizontal.EnvelopeInternal.MaxX < vertical.EnvelopeInternal.MinX
        && horizontal.EqualsExact(TopologyLayers.Feature("roads", "road-north-second-ring").Degrees!)
        && vertical.EqualsExact(TopologyLayers.Feature("roads", "road-xipu").Degrees!);

    private static Geometry[] Grid(string grid, string[] codes)
    {
        var roads = TopologyLayers.Read("roads");
        var drawn = roads.Values.Where(road => road.Properties.GetProperty("grid").GetString() == grid).Select(road => road.Code);
        Assert.Equal(codes.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
        return [.. codes.Select(code => roads[code].Degrees!)];
    }

    private static void AssertAscending(IEnumerable<(double Min, double Max)?> ranges, string where)
    {
        var before = double.NegativeInfinity;
        foreach (var range in ranges)
        {
            Assert.True(range is not null, $"something is missing {where}");
            Assert.True(before < range.Value.Min, $"the order is broken {where}: {before} is not before {range.Value.Min}");
            before = range.Value.Max;
        }
    }
}
