using System.Globalization;
using System.Text;

namespace SpatialPlan.Server.Web;

/// <summary>
/// Numbers as an input method may write them: full-width or Arabic-Indic digits, a full-width comma, minus or period. They
/// are refused, for other programs read them in other ways, and offered as they would be read.
/// </summary>
public static class PlainNumbers
{
    private const int Longest = 200;
    private const int FirstFullWidth = 0xFF01;
    private const int LastFullWidth = 0xFF5E;
    private const string Allowed = "0123456789+-.,:/eETZ ";

    /// <summary>
    /// The text in ASCII, where nothing but its way of writing is odd: numbers, dates, and what stands between them. Null
    /// where it is plain already or says anything else.
    /// </summary>
    public static string? Suggest(string? text)
    {
        if (text is null || text.Length > Longest || Ascii.IsValid(text))
        {
            return null;
        }

        var plain = string.Concat(text.EnumerateRunes().Select(Plain));
        return plain.Any(char.IsAsciiDigit) && plain.All(letter => Allowed.Contains(letter, StringComparison.Ordinal)) ? plain : null;
    }

    /// <summary>A sign of a language, as "（" for "(": one letter, or null.</summary>
    public static string? SuggestSign(string? text) =>
        text is [var only] && !char.IsAscii(only) && !char.IsSurrogate(only) && Plain(new Rune(only)) is [var sign] && char.IsAscii(sign) && !char.IsLetter(sign) ? sign.ToString() : null;

    private static string Plain(Rune letter) => Rune.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber
        ? ((int)Rune.GetNumericValue(letter)).ToString(CultureInfo.InvariantCulture)
        : letter.Value switch
        {
            '\u2212' or '\u2010' or '\u2011' or '\u2013' => "-",
            '\u3001' or '\u060C' => ",",
            '\u3002' or '\uFF61' or '\u066B' => ".",
            '\u2018' or '\u2019' => "'",
            '\u201C' or '\u201D' => "\"",
            '\u3000' => " ",
            >= FirstFullWidth and <= LastFullWidth => ((char)(letter.Value - FirstFullWidth + '!')).ToString(),
            _ => letter.ToString(),
        };
}
