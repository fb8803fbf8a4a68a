using System.Globalization;

namespace SpatialPlan.Server.Plan.Industries;

/// <summary>RFC 4180 for spreadsheets: with a byte order mark, and no cell that a spreadsheet would run as a formula.</summary>
public static class Csv
{
    private const string ByteOrderMark = "\uFEFF";

    /// <summary>What a spreadsheet takes for the beginning of a formula, full width included (OWASP: CSV injection).</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    public static string Of(IEnumerable<string?[]> rows) =>
        ByteOrderMark + string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));

    private static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal)
            && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
