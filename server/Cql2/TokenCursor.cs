using System.Globalization;

namespace SpatialPlan.Server.Cql2;

/// <summary>
/// The place of a parser in its words, and what it has used up. The first failure is kept and everything after it
/// gives null, so that bad input unwinds without an exception.
/// </summary>
internal sealed class TokenCursor(string source, List<Token> tokens, FilterLimits limits)
{
    private int position;
    private int nesting;
    private int nodes;

    public FilterError? Failure { get; private set; }

    public Token Current => tokens[position];

    public Token Next => tokens[Math.Min(position + 1, tokens.Count - 1)];

    public Token Take()
    {
        var taken = Current;
        position += Current.Kind == TokenKind.End ? 0 : 1;
        return taken;
    }

    public bool IsSymbol(string symbol) => Current.Kind == TokenKind.Symbol && Current.Value == symbol;

    public bool IsWord(string word) => Current.Kind == TokenKind.Name && Current.Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool TakeSymbol(string symbol) => TakeWhere(IsSymbol(symbol));

    public bool TakeWord(string word) => TakeWhere(IsWord(word));

    public bool ExpectSymbol(string symbol) => TakeSymbol(symbol) || Refuse(symbol);

    public bool ExpectWord(string word) => TakeWord(word) || Refuse(word);

    /// <summary>A sign and a number, or null with a failure.</summary>
    public double? ExpectNumber()
    {
        var sign = TakeSymbol("-") ? -1 : 1;
        if (sign == 1)
        {
            TakeSymbol("+");
        }

        if (Current.Kind != TokenKind.Number)
        {
            Refuse("number");
            return null;
        }

        var word = Take();
        var number = double.Parse(word.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        if (double.IsFinite(number))
        {
            return sign * number;
        }

        Fail("filter-number-out-of-range", word.Start, word.Value);
        return null;
    }

    /// <summary>Reads something that is one level deeper; refuses before the stack has to.</summary>
    public T? Deeper<T>(Func<T?> read)
        where T : class
    {
        if (++nesting > limits.Depth)
        {
            Fail("filter-too-deep", Current.Start, expected: limits.Depth.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        var inner = read();
        nesting--;
        return inner;
    }

    /// <summary>Counts a part that has been read.</summary>
    public Expression? Accept(Expression part, int start)
    {
        if (++nodes > limits.Nodes)
        {
            return Fail("filter-too-many-parts", start, expected: limits.Nodes.ToString(CultureInfo.InvariantCulture));
        }

        return part.Depth > limits.Depth
            ? Fail("filter-too-deep", start, expected: limits.Depth.ToString(CultureInfo.InvariantCulture))
            : part with { Place = new Place(start) };
    }

    public Expression? Fail(string code, int start, string? found = null, string? expected = null)
    {
        Failure ??= FilterError.At(source, start, code, found, expected);
        return null;
    }

    /// <summary>What stands here does not fit; always false.</summary>
    public bool Refuse(string expected)
    {
        Fail("filter-syntax", Current.Start, Current.Value, expected);
        return false;
    }

    private bool TakeWhere(bool fits)
    {
        if (fits)
        {
            Take();
        }

        return fits;
    }
}
