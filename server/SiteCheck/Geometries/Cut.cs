using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>What of a site lies on one form of the ground of a feature.</summary>
/// <param name="Size">In the site's measure: m², metres or points.</param>
/// <param name="LengthAtMost">Metres that its outline does not exceed.</param>
/// <param name="Part">In the plane, null where nothing lies there: cut only when somebody looks at it.</param>
internal readonly record struct Cut(double Size, double LengthAtMost, Lazy<Geometry?> Part)
{
    /// <summary>m²: below it edges touch, and the digits of a double say so.</summary>
    private const double LeastArea = 1e-6;

    private static readonly Cut Nothing = new(0, 0, new((Geometry?)null));

    public static Cut Whole(CheckedSite site) => new(site.Size, site.Length, new(site.Geometry));

    public static Cut Of(CheckedSite site, GroundForm form)
    {
        if (form.Geometry.IsEmpty || !form.Geometry.EnvelopeInternal.Intersects(site.Geometry.EnvelopeInternal))
        {
            return Nothing;
        }

        if (site.Dimension == Dimension.Surface && form.Convex is { } ground && ground.IsQuickFor(site.Geometry.NumPoints))
        {
            var (area, length) = ground.Measure(site.Shells, site.Holes);
            return area < LeastArea ? Nothing : new Cut(site.AreaOf(area), site.LengthOf(length), new(() => PartOn(site, form.Prepared), isThreadSafe: false));
        }

        return PartOn(site, form.Prepared) is { } part ? new Cut(site.SizeOf(part), site.LengthOf(part), new(part)) : Nothing;
    }

    // Nearly every site lies wholly in or wholly beside a form of a feature, which is seen without cutting.
    private static Geometry? PartOn(CheckedSite site, IPreparedGeometry ground)
    {
        var geometry = site.Geometry;
        if (!ground.Intersects(geometry))
        {
            return null;
        }

        if (ground.Geometry.Dimension >= geometry.Dimension && ground.Covers(geometry))
        {
            return geometry;
        }

        var part = ground.Geometry.Dimension == Dimension.Surface && site.Dimension == Dimension.Surface && site.Prepared.Covers(ground.Geometry)
            ? ground.Geometry
            : OverlayNGRobust.Overlay(ground.Geometry, geometry, SpatialFunction.Intersection);
        return part.IsEmpty || part.Dimension < site.Dimension ? null : part;
    }
}
