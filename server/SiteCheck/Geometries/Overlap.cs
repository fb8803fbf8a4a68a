using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>How much of a site lies on a feature, in the site's measure (m², metres or points), and how far it is from it.</summary>
/// <param name="Least">With the feature eroded by its accuracy.</param>
/// <param name="Drawn">As the map shows it.</param>
/// <param name="Most">With the feature dilated.</param>
/// <param name="Part">What of the site lies on the feature as it is drawn, in the plane; null when nothing does.</param>
/// <param name="Distance">Metres to the feature as it is drawn.</param>
/// <param name="DistanceLeast">Metres, at least.</param>
/// <param name="DistanceMost">Metres, at most.</param>
public sealed record Overlap(double Least, double Drawn, double Most, Geometry? Part, double Distance, double DistanceLeast, double DistanceMost)
{
    public static Overlap Of(CheckedSite site, PlanGeometry feature)
    {
        var edges = feature.EdgesTo(site);
        if (edges > 0 && !feature.Meets(site))
        {
            var reached = edges > feature.Accuracy ? 0 : SizeOn(site, feature.Dilated);
            return new Overlap(0, 0, reached, null, edges, Math.Max(0, edges - feature.Accuracy), edges + feature.Accuracy);
        }

        // Nearly every site lies wholly in its subdistrict, its belt or its zone, farther from the edge than that may be off.
        var isWithin = edges > 0 && feature.Drawn.Covers(site.Geometry);
        var least = isWithin && edges >= feature.Accuracy ? site.Size : SizeOn(site, feature.Eroded);
        var most = isWithin ? site.Size : SizeOn(site, feature.Dilated);
        var part = isWithin ? site.Geometry : PartOn(site, feature.Drawn);
        var drawn = part is null ? 0 : Math.Clamp(site.SizeOf(part), least, most);
        return new Overlap(least, drawn, most, part, 0, 0, least > 0 ? 0 : feature.Accuracy);
    }

    private static double SizeOn(CheckedSite site, IPreparedGeometry feature) => PartOn(site, feature) is { } part ? site.SizeOf(part) : 0;

    // Nearly every site lies wholly in or wholly beside a form of a feature, which is seen without cutting.
    private static Geometry? PartOn(CheckedSite site, IPreparedGeometry feature)
    {
        var geometry = site.Geometry;
        if (feature.Geometry.IsEmpty || !feature.Geometry.EnvelopeInternal.Intersects(geometry.EnvelopeInternal) || !feature.Intersects(geometry))
        {
            return null;
        }

        if (feature.Geometry.Dimension >= geometry.Dimension && feature.Covers(geometry))
        {
            return geometry;
        }

        var part = feature.Geometry.Dimension == Dimension.Surface && site.Dimension == Dimension.Surface && site.Prepared.Covers(feature.Geometry)
            ? feature.Geometry
            : OverlayNGRobust.Overlay(feature.Geometry, geometry, SpatialFunction.Intersection);
        return part.IsEmpty || part.Dimension < site.Dimension ? null : part;
    }
}
