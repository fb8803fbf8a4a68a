using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>Moves every coordinate of a geometry, in place.</summary>
internal sealed class EachCoordinate(Func<Coordinate, Coordinate> move) : IEntireCoordinateSequenceFilter
{
    public bool Done => false;

    public bool GeometryChanged => true;

    public void Filter(CoordinateSequence sequence)
    {
        for (var place = 0; place < sequence.Count; place++)
        {
            var moved = move(sequence.GetCoordinate(place));
            sequence.SetX(place, moved.X);
            sequence.SetY(place, moved.Y);
        }
    }
}
