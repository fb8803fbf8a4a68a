using System.Text;

namespace SpatialPlan.Server.Cql2;

/// <summary>CQL2 text as words (OGC 21-065r2, Annex B). Stops at the first character that begins none.</summary>
internal sealed class Tokenizer(string source)
{
    private const string Symbols = "()=<>+-*/%^,";

    private readonly List<Token> tokens = [];
    private int position;

    public static Reading<List<Token>> Read(string source) => new Tokenizer(source).Read();

    private Reading<List<Token>> Read()
    {
        if (IndexOfForbidden(source) is >= 0 and var forbidden)
        {
            return FilterError.At(source, forbidden, "filter-character-invalid");
        }

        while (SkipSpace())
        {
            var start = position;
            var first = source[position];
            var read = first switch
            {
                '\'' => ReadText(),
                '"' => ReadQuotedName(),
                _ when StartsNumber(first) => ReadNumber(),
                _ when StartsName(first) => ReadWhile(IsInName),
                _ when Symbols.Contains(first, StringComparison.Ordinal) => ReadSymbol(),
                _ => null,
            };
            if (read is null)
            {
                var isOpen = first is '\'' or '"';
                return FilterError.At(source, start, isOpen ? "filter-text-unterminated" : "filter-character-invalid", isOpen ? source[start..(start + 1)] : Foreign());
            }

            tokens.Add(new Token(KindOf(first), read, start));
        }

        tokens.Add(new Token(TokenKind.End, "", position));
        return tokens;
    }

    /// <summary>PostgreSQL holds no NUL, and half a surrogate pair is no character.</summary>
    public static int IndexOfForbidden(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0' || (char.IsSurrogate(text[index]) && !char.IsSurrogatePair(text, index)))
            {
                return index;
            }

            index += char.IsHighSurrogate(text[index]) ? 1 : 0;
        }

        return -1;
    }

    /// <summary>A letter that begins nothing; of a number in digits of another script all of them.</summary>
    private string Foreign()
    {
        var digits = ReadWhile(char.IsDigit);
        return digits.Length > 0 ? digits : source[position..(position + 1)];
    }

    private static TokenKind KindOf(char first) => first switch
    {
        '\'' => TokenKind.Text,
        '"' => TokenKind.QuotedName,
        _ when StartsName(first) => TokenKind.Name,
        _ when Symbols.Contains(first, StringComparison.Ordinal) => TokenKind.Symbol,
        _ => TokenKind.Number,
    };

    private bool SkipSpace()
    {
        while (position < source.Length && char.IsWhiteSpace(source[position]))
        {
            position++;
        }

        return position < source.Length;
    }

    /// <summary>
    /// A quote is doubled. The standard also allows \', but a backslash is a character of its own too ('C:\' is a text),
    /// so \' is a quote only where a letter or digit follows, as in 'O\'Brien', which could not be the end of a text.
    /// </summary>
    private string? ReadText()
    {
        var text = new StringBuilder();
        for (position++; position < source.Length; position++)
        {
            var (here, next) = (source[position], position + 1 < source.Length ? source[position + 1] : '\0');
            var isEscaped = here == '\\' && next == '\'' && position + 2 < source.Length && char.IsLetterOrDigit(source[position + 2]);
            if (here == '\'' && next != '\'')
            {
                position++;
                return text.ToString();
            }

            if (here == '\'' || isEscaped)
            {
                position++;
                here = '\'';
            }

            text.Append(here);
        }

        return null;
    }

    private string? ReadQuotedName()
    {
        var name = new StringBuilder();
        for (position++; position < source.Length; position++)
        {
            if (source[position] == '"' && (position + 1 == source.Length || source[position + 1] != '"'))
            {
                position++;
                return name.ToString();
            }

            position += source[position] == '"' ? 1 : 0;
            name.Append(source[position]);
        }

        return null;
    }

    private bool StartsNumber(char first) =>
        char.IsAsciiDigit(first) || (first == '.' && position + 1 < source.Length && char.IsAsciiDigit(source[position + 1]));

    private string ReadNumber()
    {
        var start = position;
        ReadWhile(char.IsAsciiDigit);
        if (position < source.Length && source[position] == '.')
        {
            position++;
            ReadWhile(char.IsAsciiDigit);
        }

        var exponent = position + 1;
        if (position < source.Length && source[position] is 'e' or 'E')
        {
            exponent += exponent < source.Length && source[exponent] is '+' or '-' ? 1 : 0;
            if (exponent < source.Length && char.IsAsciiDigit(source[exponent]))
            {
                position = exponent;
                ReadWhile(char.IsAsciiDigit);
            }
        }

        return source[start..position];
    }

    private string ReadSymbol()
    {
        var two = position + 1 < source.Length ? source.Substring(position, 2) : "";
        var symbol = two is "<>" or "<=" or ">=" ? two : source[position..(position + 1)];
        position += symbol.Length;
        return symbol;
    }

    private string ReadWhile(Predicate<char> belongs)
    {
        var start = position;
        while (position < source.Length && belongs(source[position]))
        {
            position++;
        }

        return source[start..position];
    }

    private static bool StartsName(char first) => char.IsLetter(first) || char.IsSurrogate(first) || first is '_' or ':';

    private static bool IsInName(char here) =>
        StartsName(here) || char.IsDigit(here) || here == '.'
        || char.GetUnicodeCategory(here) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
