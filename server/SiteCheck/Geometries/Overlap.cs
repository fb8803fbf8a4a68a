using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>How much of a site lies on a feature, in the site's measure (m², metres or points), and how far it is from it.</summary>
/// <param name="Least">With the feature eroded by its accuracy.</param>
/// <param name="Drawn">As the map shows it.</param>
/// <param name="Most">With the feature dilated.</param>
/// <param name="Distance">Metres to the feature as it is drawn.</param>
/// <param name="DistanceLeast">Metres, at least.</param>
/// <param name="DistanceMost">Metres, at most.</param>
public sealed record Overlap(double Least, double Drawn, double Most, double Distance, double DistanceLeast, double DistanceMost)
{
    /// <summary>What of the site lies on the feature as it is drawn, in the plane; null when nothing does.</summary>
    public Lazy<Geometry?>? Part { get; private init; }

    /// <summary>Metres that the outline of that part does not exceed.</summary>
    public double LengthAtMost { get; private init; }

    public static Overlap Of(CheckedSite site, PlanGeometry feature)
    {
        var edges = feature.EdgesTo(site);
        if (edges > 0 && !feature.Meets(site))
        {
            var reached = edges > feature.Accuracy ? 0 : Cut.Of(site, feature.Dilated).Size;
            return new Overlap(0, 0, reached, edges, Math.Max(0, edges - feature.Accuracy), edges + feature.Accuracy);
        }

        // Nearly every site lies wholly in its subdistrict, its belt or its zone, farther from the edge than that may be off.
        var isWithin = edges > 0 && feature.Drawn.Prepared.Covers(site.Geometry);
        var least = isWithin && edges >= feature.Accuracy ? site.Size : Cut.Of(site, feature.Eroded).Size;
        var most = isWithin ? site.Size : Math.Max(least, Cut.Of(site, feature.Dilated).Size);
        var drawn = isWithin ? Cut.Whole(site) : Cut.Of(site, feature.Drawn);
        return new Overlap(least, drawn.Size > 0 ? Math.Clamp(drawn.Size, least, most) : 0, most, 0, 0, least > 0 ? 0 : feature.Accuracy)
        {
            Part = drawn.Size > 0 ? drawn.Part : null,
            LengthAtMost = drawn.LengthAtMost,
        };
    }
}
