namespace SpatialPlan.Server.Cql2;

/// <summary>DATE('…'), TIMESTAMP('…'), INTERVAL(…, …) and BBOX(…): words with parentheses that are literals.</summary>
internal sealed class InstantParser(TokenCursor cursor)
{
    public static bool Knows(string word) => word.ToUpperInvariant() is "DATE" or "TIMESTAMP" or "INTERVAL" or "BBOX";

    /// <summary>Reads from the opening parenthesis on.</summary>
    public Expression? Read(Token word)
    {
        cursor.Take();
        var literal = word.Value.ToUpperInvariant() switch
        {
            "DATE" => Instant("date", Instants.TryDate),
            "TIMESTAMP" => Instant("timestamp", Instants.TryMoment),
            "INTERVAL" => Interval(word.Start),
            _ => Bbox(word.Start),
        };
        return literal is not null && cursor.ExpectSymbol(")") ? cursor.Accept(literal, word.Start) : null;
    }

    private Expression? Instant(string kind, Func<string, Expression?> read)
    {
        if (cursor.Current.Kind != TokenKind.Text)
        {
            cursor.Refuse("text");
            return null;
        }

        var word = cursor.Take();
        return read(word.Value) ?? cursor.Fail($"filter-{kind}-invalid", word.Start, word.Value);
    }

    private Expression? Interval(int start) =>
        End() is { } from && cursor.ExpectSymbol(",") && End() is { } to
            ? IntervalRule.Check(from, to) is { } code ? cursor.Fail(code, start) : new IntervalLiteral(from, to)
            : null;

    private Expression? End()
    {
        var word = cursor.Current;
        if (word.Kind is TokenKind.QuotedName || (word.Kind is TokenKind.Name && !Keywords.Contains(word.Value)))
        {
            return cursor.Accept(new PropertyName(cursor.Take().Value), word.Start);
        }

        return Instant("interval", Instants.TryEnd) is { } end ? cursor.Accept(end, word.Start) : null;
    }

    private Expression? Bbox(int start)
    {
        List<double> numbers = [];
        do
        {
            if (cursor.ExpectNumber() is not { } number)
            {
                return null;
            }

            numbers.Add(number);
        }
        while (cursor.TakeSymbol(","));
        return Shapes.Bbox(numbers) ?? cursor.Fail("filter-bbox-invalid", start);
    }
}
