namespace SpatialPlan.Server.Geo;

/// <summary>BD-09, which shifts GCJ-02 once more, by the formula in public use; the way back looks again from the last guess.</summary>
public static class Bd09
{
    private const double WavesPerDegree = Math.PI * 3000 / 180;
    private const double RadiusWave = 0.00002;
    private const double AngleWave = 0.000003;
    private const double EastShift = 0.0065;
    private const double NorthShift = 0.006;
    private const int Rounds = 8;

    public static (double Longitude, double Latitude) FromStore(double longitude, double latitude)
    {
        var (x, y) = Gcj02.FromStore(longitude, latitude);
        return Shift(x, y);
    }

    public static (double Longitude, double Latitude) ToStore(double longitude, double latitude)
    {
        var (x, y) = (longitude - EastShift, latitude - NorthShift);
        for (var round = 0; round < Rounds; round++)
        {
            var (shiftedX, shiftedY) = Shift(x, y);
            (x, y) = (x + longitude - shiftedX, y + latitude - shiftedY);
        }

        return Gcj02.ToStore(x, y);
    }

    private static (double Longitude, double Latitude) Shift(double x, double y)
    {
        var radius = Math.Sqrt((x * x) + (y * y)) + (RadiusWave * Math.Sin(y * WavesPerDegree));
        var angle = Math.Atan2(y, x) + (AngleWave * Math.Cos(x * WavesPerDegree));
        return ((radius * Math.Cos(angle)) + EastShift, (radius * Math.Sin(angle)) + NorthShift);
    }
}
