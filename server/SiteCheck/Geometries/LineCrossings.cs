using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Noding;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>
/// A line may cross itself, as the track of a walk does. Each crossing is a point of every cut with the plan, and their number
/// grows with the square of the edges: ten thousand of them cross in tens of millions of places, which no memory holds.
/// </summary>
internal sealed class LineCrossings : ISegmentIntersector
{
    /// <summary>A track has some, a scribble hundreds.</summary>
    private const int Most = 2_000;

    private readonly LineIntersector intersector = new RobustLineIntersector();
    private int count;
    private Coordinate? last;

    public bool IsDone => count > Most;

    /// <summary>Where a line crosses itself once too often; null where it does not, and of what is no line.</summary>
    public static Coordinate? TooMany(Geometry geometry)
    {
        if (geometry.Dimension != Dimension.Curve)
        {
            return null;
        }

        var crossings = new LineCrossings();
        var lines = LinearComponentExtracter.GetLines(geometry).Select(line => (ISegmentString)new BasicSegmentString(line.Coordinates, null)).ToList();
        new MCIndexNoder(crossings).ComputeNodes(lines);
        return crossings.IsDone ? crossings.last : null;
    }

    public void ProcessIntersections(ISegmentString e0, int segIndex0, ISegmentString e1, int segIndex1)
    {
        // Edges that follow each other share a corner.
        if (IsDone || (e0 == e1 && Math.Abs(segIndex0 - segIndex1) <= 1))
        {
            return;
        }

        intersector.ComputeIntersection(e0.Coordinates[segIndex0], e0.Coordinates[segIndex0 + 1], e1.Coordinates[segIndex1], e1.Coordinates[segIndex1 + 1]);
        if (intersector.HasIntersection)
        {
            count++;
            last = intersector.GetIntersection(0).Copy();
        }
    }
}
