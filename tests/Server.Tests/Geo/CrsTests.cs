using CsCheck;
using NetTopologySuite.IO;
using SpatialPlan.Server.Geo;
using Xunit;

namespace SpatialPlan.Server.Tests.Geo;

public sealed class CrsTests
{
    private static readonly Gen<(double Longitude, double Latitude)> InBelt = Gen.Double[114.01, 119.99].Select(Gen.Double[15, 55]);

    public static TheoryData<string> Codes => [.. CrsList.Supported.Select(crs => crs.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void There_and_back_is_the_same_point(string code)
    {
        var crs = CrsList.Find(code == "CRS84" ? "OGC:CRS84" : code)!;
        InBelt.Sample(point =>
        {
            var (x, y) = crs.FromStore(point.Longitude, point.Latitude)!.Value;
            var (longitude, latitude) = crs.ToStore(x, y);
            return crs.Domain.Contains(x, y) && Math.Abs(longitude - point.Longitude) < 1e-8 && Math.Abs(latitude - point.Latitude) < 1e-8;
        });
    }

    [Theory]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4548")]
    [InlineData("[EPSG:4548]")]
    [InlineData("EPSG:4548")]
    [InlineData("urn:ogc:def:crs:EPSG::4548")]
    public void A_system_has_several_names(string name) => Assert.Equal("EPSG:4548", CrsList.Find(name)?.Code);

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("4548")]
    [InlineData("epsg:4548")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/04548")]
    public void Any_other_name_is_unknown_to_the_OGC_API(string name) => Assert.Null(CrsList.Find(name));

    [Fact]
    public void Out_of_reach_is_no_point() => Assert.Null(CrsList.Find("EPSG:4548")!.FromStore(10, 50));

    [Fact]
    public void A_box_in_metres_has_bent_sides_and_all_of_itself_inside()
    {
        var crs = CrsList.Find("EPSG:4548")!;
        Assert.Null(Bbox.TryParse("3900000,440000,3950000,490000", crs, out var box));
        var outline = box!.Outline!;
        Assert.True(outline.NumPoints > 100);
        Gen.Double[440_000, 490_000].Select(Gen.Double[3_900_000, 3_950_000]).Sample(point =>
        {
            var (longitude, latitude) = crs.ToStore(point.Item1, point.Item2);
            return outline.Factory.CreatePoint(new NetTopologySuite.Geometries.Coordinate(longitude, latitude)).Distance(outline) < 1e-9;
        });
        Assert.InRange(crs.FromStore(box.West, box.South)!.Value.X, 439_000, 440_000);
    }

    [Fact]
    public void A_box_of_the_web_map_is_a_box_here()
    {
        Assert.Null(Bbox.TryParse("12970000,4210000,13000000,4240000", CrsList.Find("EPSG:3857")!, out var box));
        Assert.Null(box!.Outline);
        Assert.Equal(116.5115, box.West, 1e-4);
        Assert.True(box.South < box.North);
    }

    [Theory]
    [InlineData("EPSG:4490", "35.4,116.6,35.5,116.8", null)]
    [InlineData("EPSG:4490", "116.6,35.4,116.8,35.5", "bbox-axes-swapped")]
    [InlineData("EPSG:4490", "65,177,70,-177", null)]
    [InlineData("EPSG:4490", "35.4,116.6,0,35.5,116.8,100", null)]
    [InlineData("EPSG:4548", "460000,3900000,470000,3950000", "bbox-axes-swapped")]
    [InlineData("EPSG:4548", "3900000,39460000,3950000,39470000", "bbox-zone-prefix-unexpected")]
    [InlineData("EPSG:4527", "3900000,460000,3950000,470000", "bbox-zone-prefix-missing")]
    [InlineData("EPSG:4548", "35.4,116.6,35.5,116.8", "bbox-degrees-as-metres")]
    [InlineData("EPSG:4548", "3950000,460000,3900000,470000", "bbox-south-above-north")]
    [InlineData("EPSG:4548", "-1e300,-1e300,1e300,1e300", null)]
    [InlineData("EPSG:4548", "3900000,460000,3900000,460000", null)]
    [InlineData("EPSG:3857", "-1e300,-1e300,1e300,1e300", null)]
    [InlineData("EPSG:3857", "NaN,0,1,1", "bbox-not-a-number")]
    public void A_box_is_read_in_the_order_of_the_authority(string crs, string text, string? code) =>
        Assert.Equal(code, Bbox.TryParse(text, CrsList.Find(crs)!, out _));

    [Fact]
    public void A_geometry_of_a_question_moves_to_the_store()
    {
        var line = new WKTReader().Read("LINESTRING (3924574.307079 468224.981204, 3926574.307079 468224.981204)");
        var moved = Reprojection.ToStore(CrsList.Find("EPSG:4548")!, line)!;
        Assert.Equal(116.65, moved.Coordinate.X, 1e-9);
        Assert.Equal(35.45, moved.Coordinate.Y, 1e-9);
        Assert.Equal(5, moved.NumPoints);
        Assert.Equal(3_924_574.307079, line.Coordinate.X, 1e-6);
        Assert.Null(Reprojection.ToStore(CrsList.Find("EPSG:4548")!, new WKTReader().Read("POINT (468224 39468224)")));
    }
}
