using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>A valid site in the plane in which it is measured.</summary>
public sealed class CheckedSite
{
    private readonly double arealScale;

    private CheckedSite(Geometry geometry, double arealScale)
    {
        this.arealScale = arealScale;
        Geometry = geometry;
        Prepared = PreparedGeometryFactory.Prepare(geometry);
        Facets = new Facets(geometry);
        var polygons = Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().ToList();
        (Shells, Holes) = ([.. polygons.Select(polygon => (LinearRing)polygon.Shell)], [.. polygons.SelectMany(polygon => polygon.Holes)]);
        (Area, Length, Size) = (AreaOf(geometry), LengthOf(geometry), SizeOf(geometry));
    }

    /// <summary>In metres, easting first.</summary>
    public Geometry Geometry { get; }

    public IPreparedGeometry Prepared { get; }

    /// <summary>Its edges.</summary>
    public Facets Facets { get; }

    /// <summary>The outer rings of its areas.</summary>
    public IReadOnlyList<LinearRing> Shells { get; }

    public IReadOnlyList<LinearRing> Holes { get; }

    public Dimension Dimension => Geometry.Dimension;

    /// <summary>m² on the ellipsoid; 0 for lines and points.</summary>
    public double Area { get; }

    /// <summary>Perimeter or length in metres.</summary>
    public double Length { get; }

    /// <summary>How much there is of it: m² of an area, metres of a line, points.</summary>
    public double Size { get; }

    /// <param name="made">In the order of axes in which it was sent.</param>
    /// <param name="crs">What it is in.</param>
    /// <param name="measure">In what it is measured.</param>
    public static CheckedSite Of(Geometry made, CrsDefinition crs, CrsDefinition measure)
    {
        var geometry = made.Copy();
        geometry.Apply(new EachCoordinate(sent => crs == measure
            ? crs.IsNorthingFirst ? new Coordinate(sent.Y, sent.X) : sent
            : GeometryMaking.PlaceOf(sent, crs) is var place && measure.FromStore(place.X, place.Y) is { } point ? new Coordinate(point.X, point.Y) : sent));
        geometry.GeometryChanged();
        var centre = geometry.EnvelopeInternal.Centre;
        var (longitude, latitude) = measure.ToStore(centre.X, centre.Y);
        return new CheckedSite(geometry, ArealScale.At(measure, new Coordinate(longitude, latitude)));
    }

    public double AreaOf(Geometry part) => part.Dimension == Dimension.Surface ? AreaOf(part.Area) : 0;

    /// <summary>m² on the ellipsoid of m² of the plane.</summary>
    public double AreaOf(double plane) => plane / arealScale;

    public double LengthOf(Geometry part) => LengthOf(part.Length);

    /// <summary>Metres on the ellipsoid of metres of the plane.</summary>
    public double LengthOf(double plane) => plane / Math.Sqrt(arealScale);

    /// <summary>Of a part of the site, in the site's own measure.</summary>
    public double SizeOf(Geometry part) => Dimension switch
    {
        Dimension.Surface => AreaOf(part),
        Dimension.Curve => part.Dimension == Dimension.Point ? 0 : LengthOf(part),
        _ => part.NumPoints,
    };
}
