using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>What is wrong with a ring or a line by itself, which has to be said before a geometry can be made of it.</summary>
internal static class RingFaults
{
    private const int FewestOfRing = 3;
    private const int FewestOfLine = 2;

    /// <summary>The sine of the angle below which a turn back is a spike.</summary>
    private const double Straight = 1e-9;

    public static GeometryFault? Of(DrawnGeometry drawn) =>
        drawn.Parts.SelectMany(part => part).Select(sequence => drawn.IsArea ? OfRing(sequence) : drawn.IsLine ? OfLine(sequence) : null).FirstOrDefault(fault => fault is not null);

    private static GeometryFault? OfRing(Coordinate[] ring)
    {
        if (ring.Distinct().Count() < FewestOfRing)
        {
            return new GeometryFault("too-few-points", ring.FirstOrDefault());
        }

        return !ring[0].Equals2D(ring[^1]) ? new GeometryFault("ring-not-closed", ring[^1])
            : Repeated(ring) is { } repeated ? new GeometryFault("repeated-vertex", repeated)
            : Spike(ring) is { } spike ? new GeometryFault("spike", spike)
            : null;
    }

    private static GeometryFault? OfLine(Coordinate[] line) =>
        line.Distinct().Count() < FewestOfLine ? new GeometryFault("too-few-points", line.FirstOrDefault())
        : Repeated(line) is { } repeated ? new GeometryFault("repeated-vertex", repeated)
        : null;

    private static Coordinate? Repeated(Coordinate[] sequence) => sequence.Skip(1).Where((vertex, before) => vertex.Equals2D(sequence[before])).FirstOrDefault();

    /// <summary>A vertex at which the ring goes back where it came from.</summary>
    private static Coordinate? Spike(Coordinate[] ring)
    {
        var sides = ring.Length - 1;
        for (var place = 0; place < sides; place++)
        {
            var (before, at, after) = (ring[(place + sides - 1) % sides], ring[place], ring[place + 1]);
            var (inX, inY, outX, outY) = (at.X - before.X, at.Y - before.Y, after.X - at.X, after.Y - at.Y);
            var (cross, dot) = ((inX * outY) - (inY * outX), (inX * outX) + (inY * outY));
            if (dot < 0 && Math.Abs(cross) <= Straight * Math.Abs(dot))
            {
                return at;
            }
        }

        return null;
    }
}
