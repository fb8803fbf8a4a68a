using System.Globalization;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>Geometries as well-known text, every number as exact as it is.</summary>
internal static class WktPrinter
{
    public static string Print(Geometry geometry) => geometry.GeometryType.ToUpperInvariant() + Body(geometry);

    private static string Body(Geometry geometry) => geometry switch
    {
        Point point => $"({Position(point.Coordinate)})",
        LineString line => Positions(line),
        Polygon polygon => $"({string.Join(", ", polygon.InteriorRings.Prepend(polygon.ExteriorRing).Select(Positions))})",
        MultiPoint or MultiLineString or MultiPolygon => $"({Parts((GeometryCollection)geometry, Body)})",
        GeometryCollection collection => $"({Parts(collection, Print)})",
        _ => throw new ArgumentException($"{geometry.GeometryType} is no geometry of CQL2.", nameof(geometry)),
    };

    private static string Parts(GeometryCollection collection, Func<Geometry, string> print) => string.Join(", ", collection.Geometries.Select(print));

    private static string Positions(LineString line) => $"({string.Join(", ", line.Coordinates.Select(Position))})";

    private static string Position(Coordinate position) => string.Create(CultureInfo.InvariantCulture, $"{position.X:R} {position.Y:R}");
}
