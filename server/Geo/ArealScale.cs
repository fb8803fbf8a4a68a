using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Geo;

/// <summary>By how much a projection enlarges areas at a place: what is cut in the plane divided by this is an area of the ellipsoid.</summary>
public static class ArealScale
{
    // CGCS2000; the ellipsoid of WGS 84 differs by a tenth of a millimetre.
    private const double SemiMajorAxis = 6_378_137;
    private const double Flattening = 1 / 298.257222101;
    private const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>Half a side of the square that is measured, in degrees: some ten metres.</summary>
    private const double Half = 1e-4;

    /// <param name="crs">A projected system that reaches the place.</param>
    /// <param name="place">Longitude and latitude.</param>
    public static double At(CrsDefinition crs, Coordinate place)
    {
        (double X, double Y) Point(double longitude, double latitude) =>
            crs.FromStore(longitude, latitude) ?? throw new ArgumentOutOfRangeException(nameof(place), place, "The system does not reach there.");

        var (west, east) = (Point(place.X - Half, place.Y), Point(place.X + Half, place.Y));
        var (south, north) = (Point(place.X, place.Y - Half), Point(place.X, place.Y + Half));
        var plane = Math.Abs(((east.X - west.X) * (north.Y - south.Y)) - ((east.Y - west.Y) * (north.X - south.X)));

        var latitude = place.Y * Math.PI / 180;
        var w = 1 - (EccentricitySquared * Math.Pow(Math.Sin(latitude), 2));
        var radii = SemiMajorAxis * SemiMajorAxis * (1 - EccentricitySquared) / (w * w);
        var sides = 2 * Half * Math.PI / 180;
        return plane / (radii * Math.Cos(latitude) * sides * sides);
    }
}
