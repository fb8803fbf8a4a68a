using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using SpatialPlan.Server.Gdal;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>What a file holds is counted against what was asked: a program that lost something on the way may say that all is well.</summary>
public static partial class WrittenFeatures
{
    private const string FirstSheet = "xl/worksheets/sheet1.xml";

    /// <exception cref="RequestException">export-incomplete: the numbers differ.</exception>
    public static void Check(string what, long asked, long written)
    {
        if (asked != written)
        {
            throw new RequestException(StatusCodes.Status500InternalServerError, "export-incomplete", new { what, asked, written });
        }
    }

    /// <summary>The number of features in a layer of a file that GDAL wrote.</summary>
    public static async Task<long> Count(GdalProcess gdal, ExportFormat format, string path, string layer, JobFolder folder, CancellationToken cancel)
    {
        if (format == ExportFormat.Xlsx)
        {
            return await RowsOfFirstSheet(path, cancel);
        }

        // The header of the file, or its index, says it: nothing is read through.
        var told = await gdal.Tell(["-ro", "-so", path, layer], folder, cancel);
        return FeatureCount().Match(told) is { Success: true } found ? long.Parse(found.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>GDAL would hold the whole book in memory to count its rows. The first one is the head.</summary>
    private static async Task<long> RowsOfFirstSheet(string path, CancellationToken cancel)
    {
        await using var book = await ZipFile.OpenReadAsync(path, cancel);
        await using var sheet = await (book.GetEntry(FirstSheet) ?? throw new InvalidDataException($"{path} has no {FirstSheet}")).OpenAsync(cancel);
        using var reader = XmlReader.Create(sheet, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit });
        var rows = 0;
        while (await reader.ReadAsync())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                rows++;
            }
        }

        return rows - 1;
    }

    [GeneratedRegex(@"^Feature Count: (?<count>[0-9]+)", RegexOptions.Multiline)]
    private static partial Regex FeatureCount();
}
