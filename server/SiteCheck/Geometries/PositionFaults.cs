using NetTopologySuite.Geometries;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>The first position that cannot be meant: swapped axes, another unit or zone, beyond the antimeridian.</summary>
internal static class PositionFaults
{
    private const double HalfTurn = 180;
    private const double RightAngle = 90;
    private const string OfCoordinates = "coordinates-";

    public static GeometryFault? Of(DrawnGeometry drawn, CrsDefinition crs)
    {
        foreach (var sequence in drawn.Parts.SelectMany(part => part))
        {
            Coordinate? before = null;
            foreach (var sent in sequence)
            {
                var (x, y) = crs.IsNorthingFirst ? (sent.Y, sent.X) : (sent.X, sent.Y);
                if (crs.IsGeographic && Math.Abs(y) <= RightAngle && (Math.Abs(x) is > HalfTurn and <= 2 * HalfTurn || before is not null && Math.Abs(x - before.X) > HalfTurn))
                {
                    return new GeometryFault("antimeridian", sent);
                }

                if (Plausibility.Check(crs, x, y) is { } code)
                {
                    return new GeometryFault(code.StartsWith(OfCoordinates, StringComparison.Ordinal) ? code[OfCoordinates.Length..] : code, sent);
                }

                before = new Coordinate(x, y);
            }
        }

        return null;
    }
}
