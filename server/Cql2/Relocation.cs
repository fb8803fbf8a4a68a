using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>
/// A tree whose geometries are in another coordinate system, brought to what is stored (filter-crs). The literals move,
/// never the column. They stay where they stood in the text, for the faults that are found later.
/// </summary>
internal sealed class Relocation(string source, Func<Geometry, Geometry?> toStore)
{
    private static readonly GeometryFactory Factory = new();

    private FilterError? failure;

    public Reading<Expression> Move(Expression tree)
    {
        var moved = Moved(tree);
        return failure is null ? moved : failure;
    }

    // As deep as the parser let it be.
    private Expression Moved(Expression part) => part switch
    {
        GeometryLiteral geometry => Moved(part, geometry.Value),
        BboxLiteral box when box.West <= box.East => Moved(part, Factory.ToGeometry(new Envelope(box.West, box.East, box.South, box.North))),
        BboxLiteral => Fail("filter-bbox-invalid", part),
        Operation operation => new Operation(operation.Operator, [.. operation.Arguments.Select(Moved)]) { Place = part.Place },
        _ => part,
    };

    private Expression Moved(Expression part, Geometry geometry) =>
        toStore(geometry) is { } moved ? new GeometryLiteral(moved) { Place = part.Place } : Fail("filter-coordinates-out-of-range", part);

    private Expression Fail(string code, Expression part)
    {
        failure ??= FilterError.At(source, part.Place.Offset, code);
        return part;
    }
}
