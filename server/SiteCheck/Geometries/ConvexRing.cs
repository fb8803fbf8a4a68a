using System.Buffers;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>
/// Convex ground, on which a site is measured without cutting it: its outline is brought to the inner side of each edge in turn
/// (Sutherland and Hodgman, "Reentrant polygon clipping", 1974). Where an outline leaves the ground and comes back, what is made runs along
/// the edge there and back: that has no area, so the area is right for every valid outline, and the length is that of the cut or
/// more. Parcels are convex nearly always, and an overlay builds a topology first.
/// </summary>
public sealed class ConvexRing
{
    /// <summary>Edges times vertices, beyond which an overlay, which has an index, is as fast.</summary>
    private const int MostSteps = 20_000;

    /// <summary>How far a corner may lie inside of the line between its neighbours, in metres: a buffer of a convex ring rounds so.</summary>
    private const double Bent = 1e-6;

    private readonly Position[] corners;
    private readonly Envelope envelope;
    private readonly (double X, double Y) origin;

    private ConvexRing(Position[] corners, (double X, double Y) origin, Envelope envelope) => (this.corners, this.origin, this.envelope) = (corners, origin, envelope);

    /// <summary>Null of what is not one convex area.</summary>
    /// <param name="geometry">Valid, in metres.</param>
    public static ConvexRing? Of(Geometry geometry)
    {
        if (geometry.NumGeometries != 1 || geometry.GetGeometryN(0) is not Polygon { IsEmpty: false, NumInteriorRings: 0 } polygon)
        {
            return null;
        }

        // Near zero the digits of a double are finer than beside 4,000,000 metres of northing.
        var (first, ring) = (polygon.Shell.Coordinate, polygon.Shell.IsCCW ? polygon.Shell.Coordinates : polygon.Shell.Reverse().Coordinates);
        var corners = ring.Skip(1).Select(corner => new Position(corner.X - first.X, corner.Y - first.Y)).ToArray();
        for (var place = 0; place < corners.Length; place++)
        {
            var (before, after) = (corners[place], corners[(place + 2) % corners.Length]);
            if (Side(before, after, corners[(place + 1) % corners.Length]) > Bent * Length(before, after))
            {
                return null;
            }
        }

        return new ConvexRing(corners, (first.X, first.Y), geometry.EnvelopeInternal);
    }

    /// <summary>Whether an outline of so many vertices is measured faster than it is cut.</summary>
    public bool IsQuickFor(int vertices) => (long)corners.Length * vertices <= MostSteps;

    /// <summary>The area that rings enclose on this ground, holes less, in m², and a length that their edges there do not exceed, in metres.</summary>
    public (double Area, double LengthAtMost) Measure(IReadOnlyList<LinearRing> shells, IReadOnlyList<LinearRing> holes)
    {
        var (area, length) = (0.0, 0.0);
        foreach (var shell in shells)
        {
            var (within, along) = Measure(shell);
            (area, length) = (area + within, length + along);
        }

        foreach (var hole in holes)
        {
            var (within, along) = Measure(hole);
            (area, length) = (area - within, length + along);
        }

        return (Math.Max(0, area), length);
    }

    private (double Area, double LengthAtMost) Measure(LinearRing ring)
    {
        if (!envelope.Intersects(ring.EnvelopeInternal))
        {
            return (0, 0);
        }

        var sequence = ring.CoordinateSequence;
        var count = sequence.Count - 1;
        var (now, next) = (ArrayPool<Position>.Shared.Rent(2 * count), ArrayPool<Position>.Shared.Rent(2 * count));
        for (var place = 0; place < count; place++)
        {
            now[place] = new Position(sequence.GetX(place) - origin.X, sequence.GetY(place) - origin.Y);
        }

        for (var place = 0; place < corners.Length && count > 0; place++)
        {
            // No edge is cut in more than one place.
            if (next.Length < 2 * count)
            {
                ArrayPool<Position>.Shared.Return(next);
                next = ArrayPool<Position>.Shared.Rent(2 * count);
            }

            count = Inside(corners[place], corners[(place + 1) % corners.Length], now.AsSpan(0, count), next);
            (now, next) = (next, now);
        }

        var measured = Measured(now.AsSpan(0, count));
        ArrayPool<Position>.Shared.Return(now);
        ArrayPool<Position>.Shared.Return(next);
        return measured;
    }

    /// <summary>Writes what of an outline lies left of an edge; returns how many vertices it has.</summary>
    private static int Inside(Position from, Position to, ReadOnlySpan<Position> outline, Span<Position> made)
    {
        var count = 0;
        var before = outline[^1];
        var beforeSide = Side(from, to, before);
        foreach (var at in outline)
        {
            var side = Side(from, to, at);
            if (side >= 0 != beforeSide >= 0)
            {
                var share = beforeSide / (beforeSide - side);
                made[count++] = new Position(before.X + (share * (at.X - before.X)), before.Y + (share * (at.Y - before.Y)));
            }

            if (side >= 0)
            {
                made[count++] = at;
            }

            (before, beforeSide) = (at, side);
        }

        return count;
    }

    private static (double Area, double Length) Measured(ReadOnlySpan<Position> outline)
    {
        if (outline.IsEmpty)
        {
            return (0, 0);
        }

        var (twice, length) = (0.0, 0.0);
        var before = outline[^1];
        foreach (var at in outline)
        {
            twice += (before.X * at.Y) - (at.X * before.Y);
            length += Length(before, at);
            before = at;
        }

        return (Math.Abs(twice) / 2, length);
    }

    /// <summary>Above zero left of the line, below it right of it: twice the area of the triangle.</summary>
    private static double Side(Position from, Position to, Position at) => ((to.X - from.X) * (at.Y - from.Y)) - ((to.Y - from.Y) * (at.X - from.X));

    private static double Length(Position from, Position to) => Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));

    private readonly record struct Position(double X, double Y);
}
