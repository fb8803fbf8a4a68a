using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>The formats that need no other program: rows leave as they arrive, whatever their number.</summary>
public static class StreamedFiles
{
    private const int FlushBytes = 64 * 1024;

    public static Task Write(ExportFeatures features, PipeWriter output, CancellationToken cancel) =>
        features.Query.Format == ExportFormat.Csv ? WriteCsv(features, output, cancel) : WriteGeoJson(features, output, cancel);

    private static async Task WriteGeoJson(ExportFeatures features, PipeWriter output, CancellationToken cancel)
    {
        var query = features.Query;
        var head = JsonSerializer.Serialize(query.Selection.Collection.Id);
        Put(output, $$$"""{"type":"FeatureCollection","name":{{{head}}},"crs":{"type":"name","properties":{"name":"{{{query.Crs.Urn()}}}"}},"metadata":{{{features.Metadata.Json.ToJsonString(JsonText.Format)}}},"features":[""");
        var separator = "\n";
        await foreach (var row in features.Read(ExportStatements.Features(query), cancel))
        {
            Put(output, separator);
            Put(output, (string)row[0]!);
            separator = ",\n";
            await FlushWhenFull(output, cancel);
        }

        Put(output, "\n]}\n");
        await output.FlushAsync(cancel);
    }

    private static async Task WriteCsv(ExportFeatures features, PipeWriter output, CancellationToken cancel)
    {
        var query = features.Query;
        var columns = ExportColumn.Of(query.Selection.Collection, query.Crs, withMeasures: true);
        Put(output, Spreadsheet.ByteOrderMark);

        // GDAL and QGIS take a column of this name for the geometry. It is the last, being the longest.
        Put(output, Spreadsheet.CsvRow(columns.Select(column => column.Name).Append("WKT")));
        await foreach (var row in features.Read(ExportStatements.Rows(query, columns, asWkt: true), cancel))
        {
            Put(output, Spreadsheet.CsvRow(row.Select(Cell)));
            await FlushWhenFull(output, cancel);
        }

        await output.FlushAsync(cancel);
    }

    private static string? Cell(object? value) => value is double number
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static void Put(PipeWriter output, string text) => Encoding.UTF8.GetBytes(text, output);

    private static async ValueTask FlushWhenFull(PipeWriter output, CancellationToken cancel)
    {
        if (output.UnflushedBytes > FlushBytes && (await output.FlushAsync(cancel)).IsCompleted)
        {
            throw new OperationCanceledException("Nobody reads on.");
        }
    }
}
