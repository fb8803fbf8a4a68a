namespace SpatialPlan.Server.Cql2;

/// <summary>
/// CQL2 text, one method a level of precedence: OR, AND, NOT, comparison, + -, * / % div, ^, operand. Truth values and
/// numbers go through the same levels; what does not fit together is found when types are checked.
/// </summary>
internal sealed class TextParser
{
    private readonly TokenCursor cursor;
    private readonly OperandParser operands;

    private TextParser(TokenCursor cursor)
    {
        this.cursor = cursor;
        operands = new OperandParser(cursor, () => cursor.Deeper(Any), Sum);
    }

    public static Reading<Expression> Read(string source, FilterLimits limits)
    {
        if (source.Length > limits.TextLength)
        {
            return FilterError.At(source, limits.TextLength, "filter-too-long", expected: $"{limits.TextLength}");
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            return FilterError.At(source, 0, "filter-empty");
        }

        var tokens = Tokenizer.Read(source);
        if (!tokens.Succeeded)
        {
            return tokens.Error;
        }

        var cursor = new TokenCursor(source, tokens.Value, limits);
        var tree = new TextParser(cursor).Any();
        if (tree is not null && cursor.Current.Kind != TokenKind.End)
        {
            cursor.Refuse("end");
        }

        return cursor.Failure is { } failure ? failure : tree!;
    }

    private Expression? Any() => Chain(() => Chain(Negation, "AND", CqlOperator.And), "OR", CqlOperator.Or);

    private Expression? Chain(Func<Expression?> operand, string word, CqlOperator junction)
    {
        var start = cursor.Current.Start;
        if (operand() is not { } first)
        {
            return null;
        }

        List<Expression> all = [first];
        while (cursor.TakeWord(word))
        {
            if (operand() is not { } next)
            {
                return null;
            }

            all.Add(next);
        }

        return all.Count == 1 ? first : cursor.Accept(new Operation(junction, all), start);
    }

    private Expression? Negation()
    {
        var start = cursor.Current.Start;
        return cursor.TakeWord("NOT") ? Make(CqlOperator.Not, start, cursor.Deeper(Negation)) : Comparison();
    }

    private Expression? Comparison()
    {
        var start = cursor.Current.Start;
        if (Sum() is not { } left)
        {
            return null;
        }

        if (cursor.Current is { Kind: TokenKind.Symbol, Value: "=" or "<>" or "<" or ">" or "<=" or ">=" })
        {
            return Make(CqlOperator.Of(cursor.Take().Value), start, left, Sum());
        }

        if (cursor.TakeWord("IS"))
        {
            var isNegated = cursor.TakeWord("NOT");
            return cursor.ExpectWord("NULL") ? Negate(isNegated, start, Make(CqlOperator.IsNull, start, left)) : null;
        }

        var isNot = cursor.TakeWord("NOT");
        if (cursor.TakeWord("LIKE"))
        {
            return Negate(isNot, start, Make(CqlOperator.Like, start, left, Sum()));
        }

        if (cursor.TakeWord("BETWEEN"))
        {
            var low = Sum();
            return low is not null && cursor.ExpectWord("AND") ? Negate(isNot, start, Make(CqlOperator.Between, start, left, low, Sum())) : null;
        }

        if (cursor.TakeWord("IN"))
        {
            return Negate(isNot, start, Make(CqlOperator.In, start, left, operands.Values()));
        }

        return !isNot || cursor.Refuse("LIKE, BETWEEN, IN") ? left : null;
    }

    private Expression? Sum() => LeftToRight(Product, "+", "-");

    private Expression? Product() => LeftToRight(Power, "*", "/", "%", "div");

    private Expression? LeftToRight(Func<Expression?> operand, params ReadOnlySpan<string> names)
    {
        var start = cursor.Current.Start;
        var left = operand();
        while (left is not null && TakeAny(names) is { } name)
        {
            left = Make(CqlOperator.Of(name), start, left, operand());
        }

        return left;
    }

    private string? TakeAny(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (cursor.TakeSymbol(name) || cursor.TakeWord(name))
            {
                return name;
            }
        }

        return null;
    }

    // The standard has no a^b^c: which of the two readings is meant must be said.
    private Expression? Power()
    {
        var start = cursor.Current.Start;
        var factor = operands.Operand();
        return factor is not null && cursor.TakeSymbol("^") ? Make(CqlOperator.Of("^"), start, factor, operands.Operand()) : factor;
    }

    private Expression? Negate(bool isNegated, int start, Expression? predicate) => isNegated ? Make(CqlOperator.Not, start, predicate) : predicate;

    private Expression? Make(CqlOperator made, int start, params Expression?[] arguments) =>
        Array.TrueForAll(arguments, argument => argument is not null) ? cursor.Accept(new Operation(made, arguments!), start) : null;
}
