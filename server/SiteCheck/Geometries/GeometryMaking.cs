using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>Makes a geometry of what was sent, or says what is wrong with it; nothing is repaired.</summary>
public static class GeometryMaking
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>Either the geometry in the order of axes in which it was sent, or its first fault.</summary>
    /// <param name="drawn">What was sent.</param>
    /// <param name="crs">What it is in.</param>
    /// <param name="ground">Where a site of the plan can lie, in degrees.</param>
    public static (Geometry? Made, GeometryFault? Fault) Make(DrawnGeometry drawn, CrsDefinition crs, Envelope ground)
    {
        var fault = !drawn.IsKnown ? new GeometryFault("geometry-type")
            : drawn.Vertices == 0 ? new GeometryFault("empty")
            : PositionFaults.Of(drawn, crs) ?? Outside(drawn, crs, ground) ?? RingFaults.Of(drawn);
        if (fault is not null)
        {
            return (null, fault);
        }

        var made = Made(drawn);
        return TopologyFaults.Of(made) is { } wrong ? (null, wrong) : (made, null);
    }

    /// <summary>The ground on which sites are checked: the box of the product and a margin around it.</summary>
    public static Envelope Ground(Product product, double marginM)
    {
        const double MetresOfADegree = 111_000;
        var ground = new Envelope(product.Bbox[0], product.Bbox[2], product.Bbox[1], product.Bbox[3]);
        ground.ExpandBy(marginM / MetresOfADegree / Math.Cos(ground.Centre.Y * Math.PI / 180), marginM / MetresOfADegree);
        return ground;
    }

    private static GeometryFault? Outside(DrawnGeometry drawn, CrsDefinition crs, Envelope ground) => drawn.Parts
        .SelectMany(part => part).SelectMany(sequence => sequence)
        .Where(sent => !ground.Contains(PlaceOf(sent, crs)))
        .Select(sent => new GeometryFault("outside-area", sent)).FirstOrDefault();

    /// <summary>A position as it was sent, in longitude and latitude.</summary>
    public static Coordinate PlaceOf(Coordinate sent, CrsDefinition crs)
    {
        var (longitude, latitude) = crs.IsNorthingFirst ? crs.ToStore(sent.Y, sent.X) : crs.ToStore(sent.X, sent.Y);
        return new Coordinate(longitude, latitude);
    }

    private static Geometry Made(DrawnGeometry drawn)
    {
        var isSingle = !drawn.Type.StartsWith("Multi", StringComparison.Ordinal);
        if (drawn.IsArea)
        {
            var areas = drawn.Parts.Select(part => Factory.CreatePolygon(Factory.CreateLinearRing(part[0]), [.. part.Skip(1).Select(ring => Factory.CreateLinearRing(ring))])).ToArray();
            return isSingle ? areas[0] : Factory.CreateMultiPolygon(areas);
        }

        if (drawn.IsLine)
        {
            var lines = drawn.Parts.Select(part => Factory.CreateLineString(part[0])).ToArray();
            return isSingle ? lines[0] : Factory.CreateMultiLineString(lines);
        }

        var points = drawn.Parts.Select(part => Factory.CreatePoint(part[0][0])).ToArray();
        return isSingle ? points[0] : Factory.CreateMultiPoint(points);
    }
}
