using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace SpatialPlan.Server.Checks;

/// <summary>A geometry is of the collection's type, not empty, near the plan's ground, and valid by the rules of Simple Features (ISO 19125).</summary>
public static class GeometryFits
{
    /// <summary>How far from the plan's ground a feature may lie, in degrees: what leads out of it, and swapped axes do not.</summary>
    private const double MarginDegrees = 20;

    /// <summary>The first fault only: what follows from it says nothing new.</summary>
    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context)
    {
        if (feature.Geometry is not { } geometry)
        {
            return [];
        }

        var box = geometry.EnvelopeInternal;
        if (geometry.GeometryType != feature.Collection.GeometryType)
        {
            return [new FeatureFault("geometry-type", ("type", geometry.GeometryType), ("wanted", feature.Collection.GeometryType))];
        }

        if (geometry.IsEmpty)
        {
            return [new FeatureFault("geometry-empty")];
        }

        if (!Ground(context.Catalogue.Product.Bbox).Contains(box))
        {
            return [new FeatureFault("geometry-far-away", ("west", box.MinX), ("south", box.MinY), ("east", box.MaxX), ("north", box.MaxY))];
        }

        return new IsValidOp(geometry).ValidationError is { } fault
            ? [new FeatureFault("geometry-invalid", ("reason", fault.Message), ("x", fault.Coordinate.X), ("y", fault.Coordinate.Y))]
            : [];
    }

    private static Envelope Ground(IReadOnlyList<double> bbox)
    {
        var ground = new Envelope(bbox[0], bbox[2], bbox[1], bbox[3]);
        ground.ExpandBy(MarginDegrees);
        return ground.Intersection(new Envelope(-180, 180, -90, 90));
    }
}
