using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Checks;

/// <summary>A geometry is of the collection's type, not empty, within the area of use that the package states, and valid by the rules of Simple Features (ISO 19125).</summary>
public static class GeometryFits
{
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

        if (!AreaOfUse(context.Catalogue.Product).Contains(box))
        {
            return [new FeatureFault("geometry-far-away", ("west", box.MinX), ("south", box.MinY), ("east", box.MaxX), ("north", box.MaxY))];
        }

        return new IsValidOp(geometry).ValidationError is { } fault
            ? [new FeatureFault("geometry-invalid", ("reason", fault.Message), ("x", fault.Coordinate.X), ("y", fault.Coordinate.Y))]
            : [];
    }

    private static Envelope AreaOfUse(Product product) => product.AreaOfUse is [var west, var south, var east, var north]
        ? new Envelope(west, east, south, north)
        : new Envelope(-180, 180, -90, 90);
}
