using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Geo;

/// <summary>
/// Whether a point can be meant in the system it is declared in, and what was likely confused when not. A zone prefix
/// left out or put in would move everything by thousands of kilometres.
/// </summary>
public static class Plausibility
{
    private const double LargestAngle = 180;
    private const double ZoneWidth = 1_000_000;

    // Zones of Gauss-Krüger in China: 13 to 23 are six degrees wide, 24 to 45 three.
    private const int FirstZone = 13;
    private const int LastZone = 45;

    /// <summary>The code of the fault, or null; x is easting or longitude.</summary>
    public static string? Check(CrsDefinition crs, double x, double y)
    {
        if (!crs.IsGeographic && Math.Abs(x) <= LargestAngle && Math.Abs(y) <= LargestAngle)
        {
            return "coordinates-degrees-as-metres";
        }

        if (crs.Domain.Contains(x, y))
        {
            return null;
        }

        if (crs.Domain.Contains(y, x))
        {
            return "coordinates-axes-swapped";
        }

        return crs.IsGeographic
            ? Math.Max(Math.Abs(x), Math.Abs(y)) > 2 * LargestAngle ? "coordinates-metres-as-degrees" : "coordinates-out-of-range"
            : HasZones(crs.Domain) ? CheckZone(crs.Domain, x, y) : "coordinates-out-of-range";
    }

    // A false easting keeps all eastings of a belt positive.
    private static bool HasZones(Envelope domain) => domain.MinX > 0;

    private static string CheckZone(Envelope domain, double x, double y)
    {
        var (zone, expected) = (ZoneOf(x), ZoneOf(domain.Centre.X));
        var isOfOtherZone = zone != expected
            && (zone == 0 || zone is >= FirstZone and <= LastZone)
            && domain.Contains(x + ((expected - zone) * ZoneWidth), y);
        return !isOfOtherZone ? "coordinates-out-of-range"
            : zone == 0 ? "coordinates-zone-prefix-missing"
            : expected == 0 ? "coordinates-zone-prefix-unexpected"
            : "coordinates-zone-other";
    }

    private static int ZoneOf(double easting) => easting is >= 0 and < ZoneWidth * (LastZone + 1) ? (int)(easting / ZoneWidth) : -1;
}
