using System.Globalization;
using System.Text.Json;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>
/// The formats that need no other program: rows leave as they arrive, whatever their number. When fewer arrive than were
/// counted the answer breaks off, for its status has been sent.
/// </summary>
public static class StreamedFiles
{
    public static async Task Write(ExportFeatures features, ExportOutput output, CancellationToken cancel)
    {
        var format = features.Query.Format;
        var written = await (format == ExportFormat.Csv ? WriteCsv(features, output, cancel) : format == ExportFormat.Kml ? WriteKml(features, output, cancel) : WriteGeoJson(features, output, cancel));
        WrittenFeatures.Check(features.Query.Selection.Collection.Id, features.Metadata.Count, written);
        await output.Flush(cancel);
    }

    private static async Task<long> WriteGeoJson(ExportFeatures features, ExportOutput output, CancellationToken cancel)
    {
        var (query, written) = (features.Query, 0L);
        var head = JsonSerializer.Serialize(query.Selection.Collection.Id);
        output.Put($$$"""{"type":"FeatureCollection","name":{{{head}}},"crs":{"type":"name","properties":{"name":"{{{query.Crs.Urn()}}}"}},"metadata":{{{features.Metadata.Json.ToJsonString(JsonText.Format)}}},"features":[""");
        await foreach (var row in features.Read(ExportStatements.Features(query), cancel))
        {
            output.Put(written++ == 0 ? "\n" : ",\n");
            output.Put((string)row[0]!);
            await output.FlushWhenFull(cancel);
        }

        output.Put("\n]}\n");
        return written;
    }

    private static async Task<long> WriteCsv(ExportFeatures features, ExportOutput output, CancellationToken cancel)
    {
        var (query, written) = (features.Query, 0L);
        var columns = query.Columns(withMeasures: true);
        output.Put(Spreadsheet.ByteOrderMark);

        // GDAL and QGIS take a column of this name for the geometry. It is the last, being the longest.
        output.Put(Spreadsheet.CsvRow(columns.Select(column => column.Name).Concat(query.HasGeometry ? ["WKT"] : Array.Empty<string>())));
        await foreach (var row in features.Read(ExportStatements.Rows(query, columns, GeometryText.Wkt), cancel))
        {
            output.Put(Spreadsheet.CsvRow(row.Take(columns.Count + (query.HasGeometry ? 1 : 0)).Select(Cell)));
            written++;
            await output.FlushWhenFull(cancel);
        }

        return written;
    }

    private static async Task<long> WriteKml(ExportFeatures features, ExportOutput output, CancellationToken cancel)
    {
        var (query, written) = (features.Query, 0L);
        var collection = query.Selection.Collection;
        var columns = ExportColumn.Of(collection, query.Crs, withMeasures: false);
        output.Put(KmlFile.Head(collection, columns, features.Metadata));
        await foreach (var row in features.Read(ExportStatements.Rows(query, columns, GeometryText.Kml), cancel))
        {
            output.Put(KmlFile.Placemark(collection.Id, columns, row));
            written++;
            await output.FlushWhenFull(cancel);
        }

        output.Put(KmlFile.Tail);
        return written;
    }

    private static string? Cell(object? value) => value is double number
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}
