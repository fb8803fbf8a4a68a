namespace SpatialPlan.Server.Cql2;

internal enum TokenKind
{
    Name,
    QuotedName,
    Text,
    Number,
    Symbol,
    End,
}

/// <summary>A word of CQL2 text; the value of a text or a quoted name is what it means, without quotes.</summary>
internal readonly record struct Token(TokenKind Kind, string Value, int Start);
