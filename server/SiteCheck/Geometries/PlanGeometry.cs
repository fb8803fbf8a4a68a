using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Distance;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>
/// The ground of a feature of the plan in the plane: as it is drawn, eroded by its accuracy, where it surely is, and dilated
/// by it, where it may be. A line has the ground of its corridor. Each form is made when it is first asked for.
/// </summary>
public sealed class PlanGeometry
{
    /// <summary>Sides of a quarter of a circle: a circle of 2000 m is nowhere more than 0.6 m short.</summary>
    private const int QuadrantSegments = 32;

    private readonly Lazy<IPreparedGeometry> drawn;
    private readonly Lazy<IPreparedGeometry> eroded;
    private readonly Lazy<IPreparedGeometry> dilated;
    private readonly Lazy<IndexedFacetDistance> facets;

    /// <param name="geometry">In metres.</param>
    /// <param name="corridor">Ground of a line or a point on each side, in metres.</param>
    /// <param name="accuracy">How far the drawing may be off, in metres.</param>
    public PlanGeometry(Geometry geometry, double corridor, double accuracy)
    {
        Accuracy = accuracy;
        var isArea = geometry.Dimension == Dimension.Surface;
        Envelope = geometry.EnvelopeInternal.Copy();
        Envelope.ExpandBy(isArea ? 0 : corridor);
        drawn = Prepared(() => isArea || corridor == 0 ? geometry : Grown(geometry, corridor));
        eroded = Prepared(() => isArea ? Grown(geometry, -accuracy) : corridor > accuracy ? Grown(geometry, corridor - accuracy) : geometry.Factory.CreatePolygon());
        dilated = Prepared(() => Grown(geometry, isArea ? accuracy : corridor + accuracy));
        facets = new(() => Indexed(Drawn.Geometry));
    }

    public double Accuracy { get; }

    /// <summary>The box of what is drawn.</summary>
    public Envelope Envelope { get; }

    public IPreparedGeometry Drawn => drawn.Value;

    public IPreparedGeometry Eroded => eroded.Value;

    public IPreparedGeometry Dilated => dilated.Value;

    /// <summary>Metres from a geometry to what is drawn; 0 where they meet.</summary>
    public double DistanceTo(Geometry other) => Drawn.Intersects(other) ? 0 : facets.Value.Distance(other);

    /// <summary>The two nearest points, the first on what is drawn.</summary>
    public Coordinate[] NearestTo(Geometry other) => facets.Value.NearestPoints(other);

    // Unless told otherwise a buffer leaves out bends of a hundredth of its width: 20 m of an accuracy of 2000.
    private static Geometry Grown(Geometry geometry, double metres) =>
        metres == 0 ? geometry : BufferOp.Buffer(Opened(geometry), metres, new BufferParameters(QuadrantSegments) { SimplifyFactor = 0 });

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

    private static Lazy<IPreparedGeometry> Prepared(Func<Geometry> make) => new(() => PreparedGeometryFactory.Prepare(make()));

    // Its tree is built by the first question, which must not be two at once.
    private static IndexedFacetDistance Indexed(Geometry geometry)
    {
        var indexed = new IndexedFacetDistance(geometry);
        indexed.Distance(geometry.Factory.CreatePoint(geometry.Coordinate));
        return indexed;
    }
}
