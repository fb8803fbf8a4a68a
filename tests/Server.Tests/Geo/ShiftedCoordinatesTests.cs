using CsCheck;
using SpatialPlan.Server.Geo;
using Xunit;

namespace SpatialPlan.Server.Tests.Geo;

/// <summary>GCJ-02 and BD-09: known points, and there and back.</summary>
public sealed class ShiftedCoordinatesTests
{
    private const double MetresPerDegree = 111_320;

    private static readonly Gen<(double Longitude, double Latitude)> InChina = Gen.Double[73.5, 134.5].Select(Gen.Double[18.2, 53.4]);

    public static TheoryData<string> Systems => ["GCJ-02", "BD-09"];

    [Theory]
    [MemberData(nameof(Systems))]
    public void There_and_back_is_the_same_point_to_a_millimetre(string name)
    {
        var crs = CrsList.FindForPoint(name)!;
        InChina.Sample(point =>
        {
            var (x, y) = crs.FromStore(point.Longitude, point.Latitude)!.Value;
            var (longitude, latitude) = crs.ToStore(x, y);
            return Metres(longitude - point.Longitude, latitude - point.Latitude, point.Latitude) < 0.001;
        });
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Back_and_there_is_the_same_point_to_a_millimetre(string name)
    {
        var crs = CrsList.FindForPoint(name)!;
        InChina.Sample(point =>
        {
            var (longitude, latitude) = crs.ToStore(point.Longitude, point.Latitude);
            var (x, y) = crs.FromStore(longitude, latitude)!.Value;
            return Metres(x - point.Longitude, y - point.Latitude, point.Latitude) < 0.001;
        });
    }

    [Fact]
    public void The_shift_of_the_zone_is_of_the_known_size()
    {
        Gen.Double[116.45, 116.9].Select(Gen.Double[35.25, 35.6]).Sample(point =>
        {
            var (x, y) = Gcj02.FromStore(point.Item1, point.Item2);
            var metres = Metres(x - point.Item1, y - point.Item2, point.Item2);
            return metres is > 400 and < 700;
        });
    }

    /// <summary>The published formulas, computed apart from this code.</summary>
    [Theory]
    [InlineData(116.65, 35.45, 116.65537095166012, 35.44962913787692, 116.6618071140392, 35.45587475316577)]
    [InlineData(116.397, 39.908, 116.40324337854781, 39.90940335390724, 116.40961642907855, 39.915744473775554)]
    [InlineData(121.4737, 31.2304, 121.47822305927693, 31.22845773757727, 121.484781468503, 31.234310593689997)]
    public void Known_points_come_out(double longitude, double latitude, double gcjX, double gcjY, double bdX, double bdY)
    {
        var (gcj, bd) = (Gcj02.FromStore(longitude, latitude), Bd09.FromStore(longitude, latitude));
        Assert.Equal(gcjX, gcj.Longitude, 1e-9);
        Assert.Equal(gcjY, gcj.Latitude, 1e-9);
        Assert.Equal(bdX, bd.Longitude, 1e-9);
        Assert.Equal(bdY, bd.Latitude, 1e-9);
    }

    [Fact]
    public void Abroad_GCJ_02_is_not_shifted() => Assert.Equal((2.35, 48.85), Gcj02.FromStore(2.35, 48.85));

    private static double Metres(double east, double north, double latitude) =>
        Math.Sqrt(Math.Pow(east * Math.Cos(latitude * Math.PI / 180), 2) + (north * north)) * MetresPerDegree;
}
