namespace SpatialPlan.Server.Geo;

/// <summary>
/// GCJ-02, the shifted coordinates of Chinese base maps, by the formula in public use. It has no inverse in closed form;
/// the shift changes so slowly that looking again from the last guess settles at once.
/// </summary>
public static class Gcj02
{
    private const double SemiMajorAxis = 6_378_245;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double OriginLongitude = 105;
    private const double OriginLatitude = 35;
    private const double DegreesPerHalfTurn = 180;
    private const int Rounds = 8;

    // Beyond this box the formula leaves coordinates as they are.
    private const double West = 72.004;
    private const double East = 137.8347;
    private const double South = 0.8293;
    private const double North = 55.8271;

    public static (double Longitude, double Latitude) FromStore(double longitude, double latitude)
    {
        if (longitude is < West or > East || latitude is < South or > North)
        {
            return (longitude, latitude);
        }

        var (x, y) = (longitude - OriginLongitude, latitude - OriginLatitude);
        var phi = latitude / DegreesPerHalfTurn * Math.PI;
        var sine = Math.Sin(phi);
        var flattening = 1 - (EccentricitySquared * sine * sine);
        var metresPerDegreeNorth = SemiMajorAxis * (1 - EccentricitySquared) / (flattening * Math.Sqrt(flattening)) * Math.PI / DegreesPerHalfTurn;
        var metresPerDegreeEast = SemiMajorAxis / Math.Sqrt(flattening) * Math.Cos(phi) * Math.PI / DegreesPerHalfTurn;
        return (longitude + (ShiftEast(x, y) / metresPerDegreeEast), latitude + (ShiftNorth(x, y) / metresPerDegreeNorth));
    }

    public static (double Longitude, double Latitude) ToStore(double longitude, double latitude)
    {
        var (x, y) = (longitude, latitude);
        for (var round = 0; round < Rounds; round++)
        {
            var (shiftedX, shiftedY) = FromStore(x, y);
            (x, y) = (x + longitude - shiftedX, y + latitude - shiftedY);
        }

        return (x, y);
    }

    private static double ShiftNorth(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Waves((20, 6 * x), (20, 2 * x)) + Waves((20, y), (40, y / 3)) + Waves((160, y / 12), (320, y / 30));

    private static double ShiftEast(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Waves((20, 6 * x), (20, 2 * x)) + Waves((20, x), (40, x / 3)) + Waves((150, x / 12), (300, x / 30));

    private static double Waves((double Height, double HalfTurns) one, (double Height, double HalfTurns) other) =>
        ((one.Height * Math.Sin(one.HalfTurns * Math.PI)) + (other.Height * Math.Sin(other.HalfTurns * Math.PI))) * 2 / 3;
}
