using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>A tree whose types were checked, as a condition of PostgreSQL. Three-valued logic is SQL's own.</summary>
internal sealed class SqlWriter(Queryables queryables, Func<object, string> parameter)
{
    // Letters with a stroke are letters of their own in Unicode and lose nothing when taken apart.
    private const string Stroked = "ØøĐđŁłĦħŦŧ";
    private const string Unstroked = "OoDdLlHhTt";

    /// <summary>Integers beyond it are no longer exact.</summary>
    private const double LargestExact = 1L << 53;

    public string Write(Expression part) => part switch
    {
        TextLiteral text => parameter(text.Value),
        NumberLiteral number => double.IsInteger(number.Value) && Math.Abs(number.Value) <= LargestExact ? parameter((long)number.Value) : parameter(number.Value),
        BooleanLiteral boolean => parameter(boolean.Value),
        DateLiteral date => parameter(date.Value),
        TimestampLiteral moment => parameter(moment.Value),
        GeometryLiteral geometry => Shape(geometry.Value),
        BboxLiteral box => Shape(Shapes.Area(box)),
        PropertyName property => queryables.Properties[property.Name].Sql,
        Operation { Operator.Kind: OperatorKind.Folding } fold => $"({Fold(fold)})",
        Operation operation => $"({Write(operation.Operator, operation.Arguments)})",
        _ => throw new ArgumentException($"{part.GetType().Name} is no value by itself.", nameof(part)),
    };

    private string Write(CqlOperator @operator, IReadOnlyList<Expression> arguments) => @operator.Kind switch
    {
        OperatorKind.Junction => string.Join($" {@operator.Name} ", arguments.Select(Write)),
        OperatorKind.Negation => $"not {Write(arguments[0])}",
        OperatorKind.Comparison when @operator.Name is "=" or "<>" => $"{Write(arguments[0])} {@operator.Name} {Write(arguments[1])}",
        OperatorKind.Comparison => $"{Ordered(arguments[0])} {@operator.Name} {Ordered(arguments[1])}",
        OperatorKind.Between => $"{Ordered(arguments[0])} between {Ordered(arguments[1])} and {Ordered(arguments[2])}",
        OperatorKind.Like => $"{Write(arguments[0])} like {Write(arguments[1])}",
        OperatorKind.In => $"{Write(arguments[0])} in ({string.Join(", ", ((ArrayLiteral)arguments[1]).Items.Select(Write))})",
        OperatorKind.IsNull => $"{IsNull(arguments[0])} is null",
        OperatorKind.Arithmetic => Arithmetic(@operator.Name, Float(arguments[0]), Float(arguments[1])),
        OperatorKind.Spatial => Spatial(@operator.Name, Write(arguments[0]), Write(arguments[1])),
        OperatorKind.Temporal => new TemporalSql(queryables, Write).Write(TemporalRelation.Of(@operator), arguments[0], arguments[1]),
        _ => Array(@operator.Name, arguments[0], arguments[1]),
    };

    // Code-point order, whatever language the database sorts by; numbers and times have no collation.
    private string Ordered(Expression part) => TypeOf(part) == CqlType.Text ? $"({Write(part)} collate \"C\")" : Write(part);

    // An interval is there even where the property of one of its ends is null.
    private string IsNull(Expression part) => part is IntervalLiteral ? "false" : Write(part);

    private string Float(Expression part) => $"{Write(part)}::double precision";

    // A division by zero has no value; an error would take the whole answer with it.
    private static string Arithmetic(string name, string left, string right) => name switch
    {
        "/" => $"{left} / nullif({right}, 0)",
        "div" => $"trunc({left} / nullif({right}, 0))",
        "%" => $"mod({left}::numeric, nullif({right}, 0)::numeric)::double precision",
        _ => $"{left} {name} {right}",
    };

    // What is ASCII has no accents, and its letters are folded ten times as fast.
    private string Fold(Expression text)
    {
        var (inner, isCaseFolded) = (text, false);
        while (inner is Operation { Operator: var fold, Arguments: [var argument] })
        {
            (inner, isCaseFolded) = (argument, isCaseFolded || fold == CqlOperator.CaseInsensitive);
        }

        if (inner is not PropertyName)
        {
            return FoldWhole(text);
        }

        var plain = Write(inner);
        return $"case when octet_length({plain}) = char_length({plain}) then {(isCaseFolded ? $"lower({plain} collate \"C\")" : plain)} else {FoldWhole(text)} end";
    }

    private string FoldWhole(Expression text) => text is not Operation { Operator.Kind: OperatorKind.Folding } fold ? Write(text)
        : fold.Operator == CqlOperator.CaseInsensitive ? FoldCase(FoldWhole(fold.Arguments[0])) : FoldAccents(FoldWhole(fold.Arguments[0]));

    // Upper first: only then are ß and ss, σ and ς the same. The order afterwards is by code points again.
    private static string FoldCase(string text) => $"lower(upper({text} collate \"und-x-icu\")) collate \"C\"";

    private static string FoldAccents(string text) =>
        $"translate(normalize(regexp_replace(normalize({text}, NFD), '[\\u0300-\\u036f]', '', 'g'), NFC), '{Stroked}', '{Unstroked}')";

    private static string Spatial(string name, string one, string other) => name switch
    {
        "s_disjoint" => $"not ST_Intersects({one}, {other})",
        _ => $"ST_{name[2..3].ToUpperInvariant()}{name[3..]}({one}, {other})",
    };

    private string Array(string name, Expression one, Expression other)
    {
        var isNumeric = TypeOf(one) == CqlType.Numbers || TypeOf(other) == CqlType.Numbers;
        var (left, right) = (List(one, isNumeric), List(other, isNumeric));
        return name switch
        {
            "a_contains" => $"{left} @> {right}",
            "a_containedBy" => $"{left} <@ {right}",
            "a_overlaps" => $"{left} && {right}",
            _ => $"{left} @> {right} and {left} <@ {right}",
        };
    }

    private string List(Expression part, bool isNumeric) => part is ArrayLiteral array
        ? $"array[{string.Join(", ", array.Items.Select(Write))}]::{(isNumeric ? "double precision[]" : "text[]")}"
        : isNumeric ? $"{Write(part)}::double precision[]" : Write(part);

    private CqlType? TypeOf(Expression part) => part switch
    {
        PropertyName property => queryables.Properties[property.Name].Type,
        Operation { Operator.Kind: OperatorKind.Folding } => CqlType.Text,
        ArrayLiteral { Items: [var first, ..] } => TypeOf(first) == CqlType.Number ? CqlType.Numbers : CqlType.Texts,
        _ => Types.OfLiteral(part),
    };

    // As bytes: a connection may be older than PostGIS in its database, and then has never heard of the type.
    private string Shape(Geometry geometry) => $"ST_GeomFromWKB({parameter(geometry.AsBinary())}, {queryables.Srid})";
}
