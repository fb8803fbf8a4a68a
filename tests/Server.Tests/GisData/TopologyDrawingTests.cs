using System.Text.Json;
using System.Text.RegularExpressions;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>The layers of the diagram are clean: valid, generalised, wound the right way, no more precise than they are.</summary>
public sealed class TopologyDrawingTests
{
    public static TheoryData<string> Collections =>
        ["zone", "core-city", "axes", "belts", "urban-clusters", "subdistricts", "parks", "roads", "railways", "waters", "water-areas", "hubs"];

    [Theory]
    [MemberData(nameof(Collections))]
    public void A_drawing_is_valid_and_generalised(string collection)
    {
        Assert.All(TopologyLayers.Read(collection).Values.Where(feature => feature.Degrees is not null), feature =>
        {
            Assert.Null(new IsValidOp(feature.Degrees).ValidationError);
            Assert.All(Parts(feature.Degrees!), part => Assert.InRange(part.NumPoints, 1, 250));
            Assert.All(Parts(feature.Degrees!).OfType<LineString>(), line => Assert.InRange(line.NumPoints, 2, 120));
        });
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void An_outer_ring_runs_counter_clockwise(string collection)
    {
        var rings = TopologyLayers.Read(collection).Values.SelectMany(feature => Parts(feature.Degrees)).OfType<Polygon>();
        Assert.All(rings, polygon =>
        {
            Assert.True(Orientation.IsCCW(polygon.ExteriorRing.CoordinateSequence));
            Assert.Empty(polygon.Holes);
        });
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void Coordinates_have_five_decimals_at_most(string collection) =>
        Assert.All(
            TopologyLayers.Read(collection).Values.SelectMany(feature => feature.Degrees?.Coordinates ?? []),
            vertex => Assert.True(Math.Round(vertex.X, 5) == vertex.X && Math.Round(vertex.Y, 5) == vertex.Y, $"{vertex.X} {vertex.Y}"));

    [Theory]
    [MemberData(nameof(Collections))]
    public void A_layer_file_has_one_feature_a_line_in_natural_order_of_the_codes(string collection)
    {
        var codes = File.ReadLines(TopologyLayers.PathOf(collection)).Skip(1).Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line.TrimEnd(',')).RootElement.GetProperty("id").GetString()!).ToList();
        Assert.Equal(TopologyLayers.Read(collection).Count, codes.Count);
        Assert.Equal(codes.OrderBy(NaturalKey, StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Nothing_but_the_stations_comes_from_elsewhere_than_the_plan()
    {
        var context = Collections.SelectMany(row => TopologyLayers.Read(row.Data).Values)
            .Where(feature => feature.Properties.GetProperty("origin").GetString() != "plan").Select(feature => feature.Code);
        Assert.Equal(["hub-jining-north-station", "hub-jining-station", "hub-qufu-east-station"], context);
    }

    // park-2 stands before park-10.
    private static string NaturalKey(string code) => Regex.Replace(code, "[0-9]+", digits => digits.Value.PadLeft(6, '0'));

    private static IEnumerable<Geometry> Parts(Geometry? geometry) =>
        geometry is null ? [] : Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN);
}
