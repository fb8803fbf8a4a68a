using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>The ground of a feature in one of its forms, made when it is first asked for and then held against many sites.</summary>
public sealed class GroundForm
{
    private readonly Lazy<IPreparedGeometry> prepared;
    private readonly Lazy<ConvexRing?> convex;

    /// <param name="make">In metres; may be empty.</param>
    public GroundForm(Func<Geometry> make)
    {
        prepared = new(() => PreparedGeometryFactory.Prepare(make()));
        convex = new(() => ConvexRing.Of(Geometry));
    }

    public Geometry Geometry => prepared.Value.Geometry;

    public IPreparedGeometry Prepared => prepared.Value;

    /// <summary>Null where it is not convex.</summary>
    public ConvexRing? Convex => convex.Value;
}
