using System.Text;

namespace SpatialPlan.Server.PlanText;

/// <summary>The text of a file, and how it was read.</summary>
/// <remarks>Encoding is null when the bytes are no text at all; Damaged counts characters that could not be read.</remarks>
public sealed record DecodedPlanText(string Text, string? Encoding, int Damaged);

/// <summary>Reads the bytes of a Chinese text file: UTF-8, UTF-16, or the GBK that Windows programs write.</summary>
public static class PlanTextDecoder
{
    private const char Unreadable = '\uFFFD';

    public static DecodedPlanText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF"u8) || bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return new DecodedPlanText("", null, 0);
        }

        var decoded = Decode(bytes, Detect(bytes));
        var controls = decoded.Text.Count(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f'));
        // Text has hardly any control character and hardly any unreadable one; pictures and programs are full of them.
        return (controls + decoded.Damaged) * 20 > decoded.Text.Length
            ? new DecodedPlanText("", null, 0)
            : decoded with { Text = Clean(decoded.Text) };
    }

    private static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8;
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }

        // Without a mark: the line breaks and digits of UTF-16 hold zero bytes, which no other text does.
        var (even, odd) = ZeroBytes(bytes);
        if ((even + odd) * 200 > bytes.Length)
        {
            return odd >= even ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        // A file cut inside a character is still UTF-8; GBK read as UTF-8 is unreadable throughout.
        var utf8 = Decode(bytes, Encoding.UTF8);
        return utf8.Damaged * 200 <= utf8.Text.Length ? Encoding.UTF8 : Gb18030;
    }

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static DecodedPlanText Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var reader = (Encoding)encoding.Clone();
        reader.DecoderFallback = new DecoderReplacementFallback(Unreadable.ToString());
        var text = reader.GetString(bytes);
        return new DecodedPlanText(text, encoding.WebName, text.Count(character => character == Unreadable));
    }

    private static (int Even, int Odd) ZeroBytes(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == 0)
            {
                _ = at % 2 == 0 ? even++ : odd++;
            }
        }

        return (even, odd);
    }

    /// <summary>One kind of line break, no byte order mark, and nothing that a database refuses to store.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\n' or '\t' || !char.IsControl(character) && character != '\uFEFF')
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }
}
