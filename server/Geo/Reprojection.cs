using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Geo;

/// <summary>A geometry of a question, brought to what is stored, so that the index answers it.</summary>
public static class Reprojection
{
    /// <summary>A side of that length bends by millimetres on its way; a line without points between would bend by hundreds of metres.</summary>
    private const double LongestSide = 500;
    private const double MostSides = 2_000;

    private static readonly GeometryFactory Factory = new();

    /// <summary>The geometry in longitude and latitude, or null where the system does not reach.</summary>
    /// <param name="crs">What the geometry is in.</param>
    /// <param name="geometry">Its coordinates in the order of the authority.</param>
    public static Geometry? ToStore(CrsDefinition crs, Geometry geometry)
    {
        var ordered = crs.IsNorthingFirst ? Moved(geometry, (x, y) => (y, x)) : geometry;

        // Longitude and latitude have a check of their own, which tells more.
        return crs.IsStoreDatum ? ordered
            : !ordered.IsEmpty && !crs.Domain.Covers(ordered.EnvelopeInternal) ? null
            : Moved(Dense(ordered), crs.ToStore);
    }

    /// <summary>A box within the domain of a system, as the rectangle or as the outline with bent sides that it is here.</summary>
    public static Geometry ToStore(CrsDefinition crs, Envelope box)
    {
        var geometry = Factory.ToGeometry(box);
        var corners = Moved(geometry, crs.ToStore);
        return corners.IsRectangle ? corners : Moved(Dense(geometry), crs.ToStore);
    }

    // The densifier would make an outline valid as it goes, and hide what a check finds later.
    private static Geometry Dense(Geometry geometry) => geometry.Dimension == Dimension.Point || geometry.IsEmpty
        ? geometry
        : new Densifier(geometry) { DistanceTolerance = Math.Max(LongestSide, geometry.Length / MostSides), Validate = false }.GetResultGeometry();

    private static Geometry Moved(Geometry geometry, Func<double, double, (double X, double Y)> change)
    {
        var moved = geometry.Copy();
        moved.Apply(new EachPosition(change));
        return moved;
    }

    private sealed class EachPosition(Func<double, double, (double X, double Y)> change) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var place = 0; place < sequence.Count; place++)
            {
                var (x, y) = change(sequence.GetX(place), sequence.GetY(place));
                sequence.SetX(place, x);
                sequence.SetY(place, y);
            }
        }
    }
}
