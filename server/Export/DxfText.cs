using System.Text;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Export;

/// <summary>A name as a TEXT of a drawing, and the code page in which Chinese programs expect it.</summary>
public static partial class DxfText
{
    public const string CodePage = "ANSI_936";

    /// <summary>GBK; a letter that it does not have is written as the escape of the format, beyond the first plane as two.</summary>
    public static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gbk", new UnicodeEscape(), DecoderFallback.ReplacementFallback)!;

    /// <summary>
    /// The name on one line. What a drawing takes for a code (%%c is ⌀, \U+4E00 a letter) has no escape that all programs
    /// read, and is written with the wide form of the sign. A caret has one: "^ ".
    /// </summary>
    /// <returns>The text, and whether it differs from the name where a reader sees it.</returns>
    public static (string Text, bool IsChanged) Of(string name)
    {
        var line = string.Concat(name.Select(letter => letter is '\n' or '\r' or '\t' ? ' ' : letter).Where(letter => !char.IsControl(letter)));
        var plain = Code().Replace(line, code => code.Value[0] == '%' ? "％％" : "＼");
        return (plain.Replace("^", "^ ", StringComparison.Ordinal), plain != name);
    }

    [GeneratedRegex(@"%%(?=[CcDdPpUuOoKk0-9%])|\\(?=[UuMm]\+)")]
    private static partial Regex Code();
}
