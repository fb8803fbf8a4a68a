using CsCheck;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.Tests.Cql2;

/// <summary>Trees of every form the language has, of texts that are hard to write and numbers that are hard to print.</summary>
internal static class TreeGen
{
    private const int Deepest = 5;

    private static readonly GeometryFactory Factory = new();

    private static readonly Gen<string> Word = Gen.OneOf(
        Among("", "'", "''", "\\", "\\'", "C:\\", "O'Brien", "a\\'s", "100\\%", "\"", "%_", "洸河·柳行", "𠮷", "--", "é", " \t\n", "$1"),
        Gen.String[Gen.Char[' ', '~'], 0, 6]);

    private static readonly Gen<Expression> Text = Word.Select(text => (Expression)new TextLiteral(text));

    private static readonly Gen<Expression> Number = Gen.OneOf(
        Gen.Int.Select(number => (double)number),
        Gen.Double[-1e9, 1e9],
        Among<double>(0, 1e300, -1e-300, 0.1, 1e21, 5e-324, 123456789012345680.0)).Select(number => (Expression)new NumberLiteral(number));

    private static readonly Gen<Expression> Name = Among("name", "名称", "and", "Date", "a.b", "say \"hi\"", "1st", "", ":x", "point", "casei", "div")
        .Select(name => (Expression)new PropertyName(name));

    private static readonly Gen<Expression> Date = Gen.DateOnly.Select(date => (Expression)new DateLiteral(date));

    private static readonly Gen<Expression> Moment = Gen.DateTime.Select(moment => (Expression)new TimestampLiteral(DateTime.SpecifyKind(moment, DateTimeKind.Utc)));

    private static readonly Gen<Expression> Interval = Gen.OneOf(Ends(Date), Ends(Moment));

    private static readonly Gen<Coordinate> Position = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], (x, y) => new Coordinate(x, y));

    private static readonly Gen<Polygon> Polygon = Gen.Select(Ring, Ring.Array[0, 2], (shell, holes) => Factory.CreatePolygon(shell, holes));

    private static readonly Gen<LineString> Line = Position.Array[2, 5].Select(line => Factory.CreateLineString(line));

    private static readonly Gen<Geometry> Simple = Gen.OneOf(
        Position.Select(at => (Geometry)Factory.CreatePoint(at)),
        Line.Select(line => (Geometry)line),
        Polygon.Select(polygon => (Geometry)polygon),
        Position.Array[1, 4].Select(points => (Geometry)Factory.CreateMultiPointFromCoords(points)),
        Line.Array[1, 3].Select(lines => (Geometry)Factory.CreateMultiLineString(lines)),
        Polygon.Array[1, 3].Select(polygons => (Geometry)Factory.CreateMultiPolygon(polygons)));

    private static readonly Gen<Expression> Shape = Gen.OneOf(
        Simple.Select(geometry => (Expression)new GeometryLiteral(geometry)),
        Simple.Array[1, 3].Select(parts => (Expression)new GeometryLiteral(Factory.CreateGeometryCollection(parts))),
        Gen.Select(Position, Position, (a, b) => (Expression)new BboxLiteral(a.X, Math.Min(a.Y, b.Y), b.X, Math.Max(a.Y, b.Y))));

    private static readonly Gen<Expression> Leaf = Gen.OneOf(Text, Number, Name, Date, Moment, Gen.Bool.Select(value => (Expression)new BooleanLiteral(value)));

    public static Gen<Expression> Tree { get; } = Condition(Deepest);

    public static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<LinearRing> Ring => Position.Array[3, 5].Select(ring => Factory.CreateLinearRing([.. ring, ring[0]]));

    private static Gen<Expression> Condition(int depth)
    {
        var (scalar, list) = (Scalar(depth - 1), Gen.OneOf(Text, Number, Name, Folded(Text)).Array[0, 4].Select(items => (Expression)new ArrayLiteral(items)));
        var predicates = Gen.OneOf(
            Apply(OperatorKind.Comparison, scalar, scalar),
            Apply(OperatorKind.Like, scalar, Gen.OneOf(Text, Folded(Text))),
            Apply(OperatorKind.Between, scalar, scalar, scalar),
            Apply(OperatorKind.In, scalar, scalar.Array[1, 4].Select(items => (Expression)new ArrayLiteral(items))),
            Apply(OperatorKind.IsNull, Gen.OneOf(scalar, Shape, Interval)),
            Apply(OperatorKind.Spatial, Gen.OneOf(Shape, Name), Gen.OneOf(Shape, Name)),
            Apply(OperatorKind.Temporal, Gen.OneOf(Interval, Date, Moment, Name), Gen.OneOf(Interval, Date, Moment, Name)),
            Apply(OperatorKind.Array, Gen.OneOf(list, Name), Gen.OneOf(list, Name)),
            Leaf);
        if (depth <= 1)
        {
            return predicates;
        }

        var deeper = Condition(depth - 1);
        return Gen.OneOf(
            predicates,
            Apply(OperatorKind.Negation, deeper),
            Gen.Select(Gen.Bool, deeper.Array[2, 4], (isAnd, parts) => (Expression)new Operation(isAnd ? CqlOperator.And : CqlOperator.Or, parts)));
    }

    private static Gen<Expression> Scalar(int depth) => depth <= 1
        ? Leaf
        : Gen.OneOf(Leaf, Apply(OperatorKind.Arithmetic, Scalar(depth - 1), Scalar(depth - 1)), Folded(Scalar(depth - 1)), depth > 2 ? Condition(1) : Leaf);

    private static Gen<Expression> Folded(Gen<Expression> text) => Apply(OperatorKind.Folding, text);

    private static Gen<Expression> Apply(OperatorKind kind, params Gen<Expression>[] arguments)
    {
        var ways = CqlOperator.All.Where(known => known.Kind == kind).ToArray();
        var given = arguments.Length switch
        {
            1 => arguments[0].Select(one => new[] { one }),
            2 => Gen.Select(arguments[0], arguments[1], (one, two) => new[] { one, two }),
            _ => Gen.Select(arguments[0], arguments[1], arguments[2], (one, two, three) => new[] { one, two, three }),
        };
        return Gen.Select(Gen.Int[0, ways.Length - 1], given, (which, parts) => (Expression)new Operation(ways[which], parts));
    }

    private static Gen<Expression> Ends(Gen<Expression> instant)
    {
        var end = Gen.OneOf(instant, Name, Gen.Const((Expression)new OpenEnd()));
        return Gen.Select(end, end, (one, other) => IsBackwards(one, other)
            ? (Expression)new IntervalLiteral(other, one)
            : new IntervalLiteral(one, other));
    }

    private static bool IsBackwards(Expression one, Expression other) => (one, other) switch
    {
        (DateLiteral from, DateLiteral to) => from.Value > to.Value,
        (TimestampLiteral from, TimestampLiteral to) => from.Value > to.Value,
        _ => false,
    };
}
