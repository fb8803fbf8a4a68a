using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Cql2;

/// <summary>A tree as CQL2 text. Reading what this writes gives the same tree.</summary>
public static partial class TextPrinter
{
    /// <summary>How tightly an operator binds; parentheses stand where something looser is inside.</summary>
    private enum Binding
    {
        Or,
        And,
        Not,
        Comparison,
        Sum,
        Product,
        Power,
        Operand,
    }

    public static string Print(Expression tree) => Print(tree, Binding.Or);

    private static string Print(Expression part, Binding least)
    {
        var (text, binding) = part is Operation operation ? Write(operation) : (Literal(part), Binding.Operand);
        return binding < least ? $"({text})" : text;
    }

    private static (string Text, Binding Binding) Write(Operation operation)
    {
        var arguments = operation.Arguments;
        return operation.Operator.Kind switch
        {
            OperatorKind.Junction when operation.Operator == CqlOperator.And => (Join(arguments, " AND ", Binding.Not), Binding.And),
            OperatorKind.Junction => (Join(arguments, " OR ", Binding.And), Binding.Or),
            OperatorKind.Negation => Negation(arguments[0]),
            OperatorKind.Comparison => (Join(arguments, $" {operation.Operator.Name} ", Binding.Sum), Binding.Comparison),
            OperatorKind.Like or OperatorKind.Between or OperatorKind.In or OperatorKind.IsNull => (Predicate(operation, ""), Binding.Comparison),
            OperatorKind.Arithmetic => Arithmetic(operation.Operator.Name, arguments[0], arguments[1]),
            _ => ($"{operation.Operator.Name.ToUpperInvariant()}({Join(arguments, ", ", Binding.Sum)})", Binding.Operand),
        };
    }

    private static (string Text, Binding Binding) Negation(Expression negated) =>
        negated is Operation { Operator.Kind: OperatorKind.Like or OperatorKind.Between or OperatorKind.In or OperatorKind.IsNull } predicate
            ? (Predicate(predicate, "NOT "), Binding.Comparison)
            : ($"NOT {Print(negated, Binding.Not)}", Binding.Not);

    private static string Predicate(Operation predicate, string not)
    {
        var words = predicate.Arguments.Select(argument => Print(argument, Binding.Sum)).ToArray();
        return predicate.Operator.Kind switch
        {
            OperatorKind.Like => $"{words[0]} {not}LIKE {words[1]}",
            OperatorKind.Between => $"{words[0]} {not}BETWEEN {words[1]} AND {words[2]}",
            OperatorKind.In => $"{words[0]} {not}IN {words[1]}",
            _ => $"{words[0]} IS {not}NULL",
        };
    }

    private static (string Text, Binding Binding) Arithmetic(string name, Expression left, Expression right)
    {
        var binding = name switch { "+" or "-" => Binding.Sum, "^" => Binding.Power, _ => Binding.Product };

        // a - b - c is (a - b) - c, and nothing of the kind is said of powers.
        var least = name == "^" ? Binding.Operand : binding;
        return ($"{Print(left, least)} {name} {Print(right, binding + 1)}", binding);
    }

    private static string Join(IEnumerable<Expression> parts, string between, Binding least) =>
        string.Join(between, parts.Select(part => Print(part, least)));

    private static string Literal(Expression part) => part switch
    {
        TextLiteral text => Quote(text.Value),
        NumberLiteral number => Number(number.Value),
        BooleanLiteral boolean => boolean.Value ? "TRUE" : "FALSE",
        DateLiteral date => $"DATE('{Instants.Print(date.Value)}')",
        TimestampLiteral moment => $"TIMESTAMP('{Instants.Print(moment.Value)}')",
        IntervalLiteral interval => $"INTERVAL({End(interval.From)}, {End(interval.To)})",
        BboxLiteral box => $"BBOX({Number(box.West)}, {Number(box.South)}, {Number(box.East)}, {Number(box.North)})",
        GeometryLiteral geometry => WktPrinter.Print(geometry.Value),
        PropertyName property => Name(property.Name),
        ArrayLiteral array => $"({Join(array.Items, ", ", Binding.Sum)})",
        _ => throw new ArgumentException($"{part.GetType().Name} does not stand by itself.", nameof(part)),
    };

    private static string End(Expression end) => end switch
    {
        DateLiteral date => Quote(Instants.Print(date.Value)),
        TimestampLiteral moment => Quote(Instants.Print(moment.Value)),
        OpenEnd => Quote(Instants.Open),
        _ => Literal(end),
    };

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Name(string name) =>
        PlainName().IsMatch(name) && !Keywords.Contains(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
