using System.Text;
using System.Text.RegularExpressions;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>What a format does to text that it cannot hold as it is; what is changed is kept for the side file.</summary>
public sealed partial class TextRules(ExportFormat format, bool isGbk)
{
    /// <summary>A text field of dBASE holds no more bytes.</summary>
    private const int ShapefileBytes = 254;

    private readonly Encoding? encoding = format == ExportFormat.Shapefile ? isGbk ? Gbk : Encoding.UTF8 : null;

    private static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gbk", new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <summary>Code, column and whole text of what had to be cut or changed.</summary>
    public List<string?[]> Changed { get; } = [];

    public string Apply(string code, string column, string text)
    {
        if (encoding is not null)
        {
            var kept = Fit(encoding.GetString(encoding.GetBytes(text)));
            if (kept != text)
            {
                Changed.Add([code, column, text]);
            }

            return kept;
        }

        if (format == ExportFormat.Dxf)
        {
            var (drawn, isChanged) = DxfText.Of(text);
            if (isChanged)
            {
                Changed.Add([code, column, text]);
            }

            return drawn;
        }

        return format == ExportFormat.Xlsx ? LooksEscaped().Replace(Spreadsheet.Harmless(WithoutControls(text)), "_x005F_") : text;
    }

    /// <summary>XML has no way to write these.</summary>
    public static string WithoutControls(string text) => text.Any(IsControl) ? string.Concat(text.Where(letter => !IsControl(letter))) : text;

    private static bool IsControl(char letter) => letter is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF';

    /// <summary>As many whole characters as there is room for.</summary>
    private string Fit(string text)
    {
        if (encoding!.GetByteCount(text) <= ShapefileBytes)
        {
            return text;
        }

        var (bytes, end) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += encoding.GetByteCount(rune.ToString());
            if (bytes > ShapefileBytes)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }

    /// <summary>What a workbook reads as a letter, _x0041_ as A (ECMA-376, ST_Xstring), is said with the escape of its first sign.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
