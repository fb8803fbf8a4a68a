namespace SpatialPlan.Server.Cql2;

/// <summary>What stands between operators in CQL2 text: literals, properties, functions, and whatever is in parentheses.</summary>
/// <param name="cursor">The words.</param>
/// <param name="nested">Reads any expression one level deeper.</param>
/// <param name="scalar">Reads a value: what may stand beside a comparison.</param>
internal sealed class OperandParser(TokenCursor cursor, Func<Expression?> nested, Func<Expression?> scalar)
{
    private static readonly CqlOperator Times = CqlOperator.Of("*");

    private readonly WktParser wkt = new(cursor);
    private readonly InstantParser instants = new(cursor);

    public Expression? Operand()
    {
        var word = cursor.Current;
        switch (word.Kind)
        {
            case TokenKind.Text:
                return cursor.Accept(new TextLiteral(cursor.Take().Value), word.Start);
            case TokenKind.Number:
                return Number(word.Start);
            case TokenKind.QuotedName:
                return cursor.Accept(new PropertyName(cursor.Take().Value), word.Start);
            case TokenKind.Name:
                return Named(word);
            case TokenKind.Symbol when word.Value == "-" || (word.Value == "+" && cursor.Next.Kind == TokenKind.Number):
                return Signed(word.Start);
            case TokenKind.Symbol when word.Value == "(":
                cursor.Take();
                return nested() is { } inner && cursor.ExpectSymbol(")") ? inner : null;
            default:
                cursor.Refuse("operand");
                return null;
        }
    }

    /// <summary>The values of IN: at least one.</summary>
    public Expression? Values()
    {
        var start = cursor.Current.Start;
        if (!cursor.ExpectSymbol("("))
        {
            return null;
        }

        List<Expression> values = [];
        do
        {
            if (cursor.Deeper(scalar) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (cursor.TakeSymbol(","));
        return cursor.ExpectSymbol(")") ? cursor.Accept(new ArrayLiteral(values), start) : null;
    }

    private Expression? Number(int start) => cursor.ExpectNumber() is { } number ? cursor.Accept(new NumberLiteral(number), start) : null;

    private Expression? Signed(int start)
    {
        if (cursor.Next.Kind == TokenKind.Number)
        {
            return Number(start);
        }

        // CQL2 JSON has no sign of its own: -x is -1 * x.
        cursor.Take();
        return cursor.Deeper(Operand) is { } operand && cursor.Accept(new NumberLiteral(-1), start) is { } minus
            ? cursor.Accept(new Operation(Times, [minus, operand]), start)
            : null;
    }

    private Expression? Named(Token word)
    {
        if (cursor.TakeWord("TRUE"))
        {
            return cursor.Accept(new BooleanLiteral(true), word.Start);
        }

        if (cursor.TakeWord("FALSE"))
        {
            return cursor.Accept(new BooleanLiteral(false), word.Start);
        }

        if (Keywords.Contains(word.Value))
        {
            cursor.Refuse("operand");
            return null;
        }

        if (wkt.Starts())
        {
            return wkt.Read();
        }

        cursor.Take();
        return cursor.IsSymbol("(") ? Call(word) : cursor.Accept(new PropertyName(word.Value), word.Start);
    }

    private Expression? Call(Token word)
    {
        if (InstantParser.Knows(word.Value))
        {
            return instants.Read(word);
        }

        if (CqlOperator.FindFunction(word.Value) is not { } function)
        {
            return cursor.Fail("filter-function-unknown", word.Start, word.Value);
        }

        cursor.Take();
        var arguments = cursor.Deeper(() => Arguments(function));
        if (arguments is null || !cursor.ExpectSymbol(")"))
        {
            return null;
        }

        return function.Takes(arguments.Count)
            ? cursor.Accept(new Operation(function, arguments), word.Start)
            : cursor.Fail("filter-argument-count", word.Start, word.Value, $"{function.Arguments}");
    }

    private List<Expression>? Arguments(CqlOperator function)
    {
        List<Expression> arguments = [];
        do
        {
            // ('a') is an array of one where an array is due, and a text in parentheses everywhere else.
            var argument = function.Kind == OperatorKind.Array && cursor.IsSymbol("(") ? Array() : scalar();
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (cursor.TakeSymbol(","));
        return arguments;
    }

    private Expression? Array()
    {
        var start = cursor.Take().Start;
        List<Expression> items = [];
        while (!cursor.IsSymbol(")"))
        {
            if (items.Count > 0 && !cursor.ExpectSymbol(","))
            {
                return null;
            }

            // In an array a parenthesis would open another array, and there are none of arrays here.
            if (cursor.IsSymbol("(") && !cursor.Refuse("array element"))
            {
                return null;
            }

            if (Operand() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        cursor.Take();
        return cursor.Accept(new ArrayLiteral(items), start);
    }
}
