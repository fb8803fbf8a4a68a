using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>
/// The ground of a feature of the plan in the plane: as it is drawn, eroded by its accuracy, where it surely is, and dilated
/// by it, where it may be. A line has the ground of its corridor. Each form is made when it is first asked for.
/// </summary>
public sealed class PlanGeometry
{
    /// <summary>How far a rounded corner may be from its circle, in metres, and as a share of its radius where that is more.</summary>
    private const double Roundness = 0.05;
    private const double RoundnessShare = 0.0003;

    private const int LeastQuadrantSegments = 4;

    private readonly Lazy<Facets> facets;

    /// <param name="geometry">In metres.</param>
    /// <param name="corridor">Ground of a line or a point on each side, in metres.</param>
    /// <param name="accuracy">How far the drawing may be off, in metres.</param>
    public PlanGeometry(Geometry geometry, double corridor, double accuracy)
    {
        Accuracy = accuracy;
        var isArea = geometry.Dimension == Dimension.Surface;
        Envelope = geometry.EnvelopeInternal.Copy();
        Envelope.ExpandBy(isArea ? 0 : corridor);
        Drawn = new(() => isArea || corridor == 0 ? geometry : Grown(geometry, corridor));
        Eroded = new(() => isArea ? Grown(geometry, -accuracy) : corridor > accuracy ? Grown(geometry, corridor - accuracy) : geometry.Factory.CreatePolygon());
        Dilated = new(() => Grown(geometry, isArea ? accuracy : corridor + accuracy));
        facets = new(() => new Facets(Drawn.Geometry));
    }

    public double Accuracy { get; }

    /// <summary>The box of what is drawn.</summary>
    public Envelope Envelope { get; }

    public GroundForm Drawn { get; }

    public GroundForm Eroded { get; }

    public GroundForm Dilated { get; }

    /// <summary>Metres from a site to what is drawn; 0 where they meet.</summary>
    public double DistanceTo(CheckedSite site) => EdgesTo(site) is > 0 and var edges && !Meets(site) ? edges : 0;

    /// <summary>Metres between the edges of a site and of what is drawn.</summary>
    public double EdgesTo(CheckedSite site) => facets.Value.DistanceTo(site.Facets);

    /// <summary>Whether a site whose edges do not cross those of what is drawn lies in it, or around it.</summary>
    public bool Meets(CheckedSite site) => Envelope.Intersects(site.Geometry.EnvelopeInternal) && Drawn.Prepared.Intersects(site.Geometry);

    /// <summary>The two nearest points, the first on what is drawn.</summary>
    public Coordinate[] NearestTo(CheckedSite site) => facets.Value.NearestTo(site.Facets);

    // Unless told otherwise a buffer leaves out bends of a hundredth of its width: 20 m of an accuracy of 2000.
    private static Geometry Grown(Geometry geometry, double metres) =>
        metres == 0 ? geometry : BufferOp.Buffer(Opened(geometry), metres, new BufferParameters(QuadrantSegments(Math.Abs(metres))) { SimplifyFactor = 0 });

    /// <summary>Sides of a quarter of a circle: the middle of a side is nearer to the centre than its ends.</summary>
    private static int QuadrantSegments(double radius)
    {
        var missing = Math.Max(Roundness, RoundnessShare * radius);
        return missing >= radius ? LeastQuadrantSegments : Math.Max(LeastQuadrantSegments, (int)Math.Ceiling(Math.PI / 4 / Math.Acos(1 - (missing / radius))));
    }

    // A line that ends where it begins is buffered as a ring, and comes out too small where the distance is wider than the ring.
    private static Geometry Opened(Geometry geometry)
    {
        if (geometry.Dimension != Dimension.Curve)
        {
            return geometry;
        }

        var lines = Enumerable.Range(0, geometry.NumGeometries).Select(place => (LineString)geometry.GetGeometryN(place)).SelectMany(line => line.IsClosed
            ? [line.Factory.CreateLineString(line.Coordinates[..2]), line.Factory.CreateLineString(line.Coordinates[1..])]
            : new[] { line });
        return geometry.Factory.CreateMultiLineString([.. lines]);
    }
}
