using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Industries;

/// <summary>RFC 4180 for spreadsheets: with a byte order mark, and no cell that a spreadsheet would run as a formula.</summary>
public static class Csv
{
    public static string Of(IEnumerable<string?[]> rows) =>
        Spreadsheet.ByteOrderMark + string.Concat(rows.Select(Spreadsheet.CsvRow));
}
