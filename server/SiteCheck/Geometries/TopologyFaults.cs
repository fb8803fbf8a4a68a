using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>What is wrong with a geometry by the rules of Simple Features (ISO 19125).</summary>
internal static class TopologyFaults
{
    public static GeometryFault? Of(Geometry geometry)
    {
        if (new IsValidOp(geometry).ValidationError is { } error)
        {
            return new GeometryFault(Reason(error.ErrorType), error.Coordinate);
        }

        return geometry.Dimension == Dimension.Surface && !(geometry.Area > 0) ? new GeometryFault("too-few-points", geometry.Coordinate)
            : LineCrossings.TooMany(geometry) is { } crossing ? new GeometryFault("self-intersection", crossing)
            : null;
    }

    private static string Reason(TopologyValidationErrors error) => error switch
    {
        TopologyValidationErrors.HoleOutsideShell => "hole-outside",
        TopologyValidationErrors.NestedHoles => "nested-holes",
        TopologyValidationErrors.NestedShells => "nested-parts",
        TopologyValidationErrors.DuplicateRings => "duplicate-rings",
        TopologyValidationErrors.DisconnectedInteriors => "interior-disconnected",
        TopologyValidationErrors.TooFewPoints => "too-few-points",
        TopologyValidationErrors.RingNotClosed => "ring-not-closed",
        TopologyValidationErrors.InvalidCoordinate => "out-of-range",
        _ => "self-intersection",
    };
}
