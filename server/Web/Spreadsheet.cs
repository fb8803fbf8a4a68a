using System.Globalization;

namespace SpatialPlan.Server.Web;

/// <summary>Cells as a spreadsheet reads them: nothing runs as a formula, numbers stay numbers.</summary>
public static class Spreadsheet
{
    public const string ByteOrderMark = "\uFEFF";

    /// <summary>What a spreadsheet takes for the beginning of a formula, full width included (OWASP: CSV injection; ASVS 5.0 1.2.10).</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>Text that a spreadsheet would run is given a leading apostrophe.</summary>
    public static string Harmless(string text) =>
        text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal)
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;

    /// <summary>A cell of RFC 4180, harmless and quoted where it must be.</summary>
    public static string CsvCell(string? value)
    {
        var text = Harmless(value ?? "");
        return text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    public static string CsvRow(IEnumerable<string?> cells) => string.Join(',', cells.Select(CsvCell)) + "\r\n";
}
