using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>
/// Whether a tree means something: every property is known and every operator has what it works on. PostgreSQL would
/// find the same, but too late and in its own words.
/// </summary>
internal sealed partial class TypeChecker(string source, Queryables queryables)
{
    private FilterError? failure;

    /// <summary>The reason why this tree is no condition, or null.</summary>
    public static FilterError? Check(string source, Expression tree, Queryables queryables)
    {
        var checker = new TypeChecker(source, queryables);
        checker.Expect(tree, CqlType.Boolean);
        return checker.failure;
    }

    private CqlType? TypeOf(Expression part) => part switch
    {
        PropertyName property => queryables.Properties.TryGetValue(property.Name, out var known) ? known.Type : Fail("filter-property-unknown", property, property.Name),
        IntervalLiteral interval => Interval(interval),
        ArrayLiteral array => Array(array),
        GeometryLiteral geometry => Shape(geometry, geometry.Value),
        BboxLiteral box => Shape(box, Shapes.Area(box)),
        Operation operation => Operation(operation),
        _ => Types.OfLiteral(part),
    };

    private CqlType? Operation(Operation operation)
    {
        var arguments = operation.Arguments;
        return operation.Operator.Kind switch
        {
            OperatorKind.Junction or OperatorKind.Negation => All(arguments, CqlType.Boolean, CqlType.Boolean),
            OperatorKind.Arithmetic => All(arguments, CqlType.Number, CqlType.Number),
            OperatorKind.Folding => All(arguments, CqlType.Text, CqlType.Text),
            OperatorKind.Spatial => Spatial(operation),
            OperatorKind.IsNull => TypeOf(arguments[0]) is null ? null : CqlType.Boolean,
            OperatorKind.Like => Like(arguments),
            OperatorKind.Comparison => Same(arguments, type => type is CqlType.Boolean || Types.IsOrdered(type)),
            OperatorKind.Between => Same(arguments, Types.IsOrdered),
            OperatorKind.In => Same([arguments[0], .. ((ArrayLiteral)arguments[1]).Items], type => type is CqlType.Boolean || Types.IsOrdered(type)),
            OperatorKind.Temporal => Both(arguments, Types.SignatureOf(OperatorKind.Temporal).Takes, (_, _) => true),
            _ => Both(arguments, Types.SignatureOf(OperatorKind.Array).Takes, (one, other) => one == other || one == CqlType.EmptyArray || other == CqlType.EmptyArray),
        };
    }

    private CqlType? All(IEnumerable<Expression> parts, CqlType expected, CqlType result) =>
        parts.All(part => Expect(part, expected)) ? result : null;

    private bool Expect(Expression part, CqlType expected) =>
        TypeOf(part) is { } type && (type == expected || Mismatch(part, type, expected.ToString()) is not null);

    /// <summary>All of one type, of those that are allowed.</summary>
    private CqlType? Same(IReadOnlyList<Expression> parts, Func<CqlType, bool> isAllowed)
    {
        if (TypeOf(parts[0]) is not { } first)
        {
            return null;
        }

        return isAllowed(first) ? All(parts.Skip(1), first, CqlType.Boolean) : Mismatch(parts[0], first, "scalar");
    }

    private CqlType? Both(IReadOnlyList<Expression> parts, Func<CqlType, bool> isAllowed, Func<CqlType, CqlType, bool> fit)
    {
        if (TypeOf(parts[0]) is not { } one || TypeOf(parts[1]) is not { } other)
        {
            return null;
        }

        return !isAllowed(one) ? Mismatch(parts[0], one)
            : !isAllowed(other) ? Mismatch(parts[1], other)
            : fit(one, other) ? CqlType.Boolean : Mismatch(parts[1], other, one.ToString());
    }

    // A pattern is a literal, so that what PostgreSQL would refuse is refused here: \ before anything that it does not escape.
    private CqlType? Like(IReadOnlyList<Expression> arguments)
    {
        var pattern = arguments[1];
        while (pattern is Operation { Operator.Kind: OperatorKind.Folding } folding)
        {
            pattern = folding.Arguments[0];
        }

        if (pattern is not TextLiteral literal || !Pattern().IsMatch(literal.Value))
        {
            return Fail("filter-pattern-invalid", pattern, (pattern as TextLiteral)?.Value, @"\%, \_, \\");
        }

        return All([arguments[0]], CqlType.Text, CqlType.Boolean);
    }

    private CqlType? Interval(IntervalLiteral interval)
    {
        if (End(interval.From) is not { } from || End(interval.To) is not { } to)
        {
            return null;
        }

        return from == to || to == CqlType.OpenInterval ? from
            : from == CqlType.OpenInterval ? to
            : Mismatch(interval.To, to, from.ToString());
    }

    private CqlType? End(Expression end) => end is OpenEnd ? CqlType.OpenInterval : TypeOf(end) switch
    {
        null => null,
        CqlType.Date => CqlType.DateInterval,
        CqlType.Timestamp => CqlType.TimestampInterval,
        { } other => Mismatch(end, other, "date, timestamp"),
    };

    private CqlType? Array(ArrayLiteral array)
    {
        if (array.Items.Count == 0)
        {
            return CqlType.EmptyArray;
        }

        return TypeOf(array.Items[0]) switch
        {
            null => null,
            CqlType.Text => All(array.Items, CqlType.Text, CqlType.Texts),
            CqlType.Number => All(array.Items, CqlType.Number, CqlType.Numbers),
            { } other => Mismatch(array.Items[0], other, "text, number"),
        };
    }

    private CqlType? Spatial(Operation operation)
    {
        // PostGIS tells of a collection only whether it intersects.
        var collection = operation.Arguments.FirstOrDefault(argument => argument is GeometryLiteral { Value.GeometryType: Shapes.Collection });
        return collection is not null && operation.Operator.Name is not ("s_intersects" or "s_disjoint")
            ? Fail("filter-geometry-collection", collection, operation.Operator.Name)
            : All(operation.Arguments, CqlType.Geometry, CqlType.Boolean);
    }

    private CqlType? Shape(Expression part, Geometry geometry) =>
        GeometryRule.Check(geometry) is { } code ? Fail(code, part) : CqlType.Geometry;

    private CqlType? Mismatch(Expression part, CqlType found, string? expected = null) =>
        Fail("filter-type-mismatch", part, found.ToString(), expected);

    private CqlType? Fail(string code, Expression part, string? found = null, string? expected = null)
    {
        failure ??= FilterError.At(source, part.Place.Offset, code, found, expected);
        return null;
    }

    [GeneratedRegex(@"\A([^\\]|\\[%_\\])*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
