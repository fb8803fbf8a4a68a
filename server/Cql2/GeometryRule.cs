using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace SpatialPlan.Server.Cql2;

/// <summary>What a geometry of a filter must be; GEOS would stop at an outline that crosses itself, in the middle of an answer.</summary>
internal static class GeometryRule
{
    private const double MaxLongitude = 180;
    private const double MaxLatitude = 90;

    /// <summary>The code of the fault, or null.</summary>
    public static string? Check(Geometry geometry)
    {
        var extent = geometry.EnvelopeInternal;
        if (!Fits(extent.MinX, extent.MaxX, MaxLongitude) || !Fits(extent.MinY, extent.MaxY, MaxLatitude))
        {
            var isSwapped = Fits(extent.MinX, extent.MaxX, MaxLatitude) && Fits(extent.MinY, extent.MaxY, MaxLongitude);
            return isSwapped ? "filter-axes-swapped" : "filter-coordinates-out-of-range";
        }

        return new IsValidOp(geometry).IsValid ? null : "filter-geometry-invalid";
    }

    private static bool Fits(double low, double high, double maximum) => low >= -maximum && high <= maximum;
}
