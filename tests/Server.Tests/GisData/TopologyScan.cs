using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>Cuts a drawing along a parallel or a meridian, to compare what lies beside what.</summary>
public static class TopologyScan
{
    private const double Step = 0.0005;

    /// <summary>The west and east ends of a geometry at a latitude; null where the latitude misses it.</summary>
    public static (double Min, double Max)? AtLatitude(this Geometry geometry, double latitude) =>
        Range(geometry, new Coordinate(100, latitude), new Coordinate(130, latitude), point => point.X);

    /// <summary>The south and north ends of a geometry at a longitude; null where the longitude misses it.</summary>
    public static (double Min, double Max)? AtLongitude(this Geometry geometry, double longitude) =>
        Range(geometry, new Coordinate(longitude, 20), new Coordinate(longitude, 50), point => point.Y);

    /// <summary>Evenly spaced values strictly within two ends.</summary>
    public static IEnumerable<double> Between(double min, double max)
    {
        for (var value = min + (Step / 2); value < max; value += Step)
        {
            yield return value;
        }
    }

    private static (double Min, double Max)? Range(Geometry geometry, Coordinate from, Coordinate to, Func<Coordinate, double> of)
    {
        var cut = geometry.Intersection(geometry.Factory.CreateLineString([from, to])).Coordinates;
        return cut.Length == 0 ? null : (cut.Min(of), cut.Max(of));
    }
}
