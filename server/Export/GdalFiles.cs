using System.Xml.Linq;
using SpatialPlan.Server.Gdal;

namespace SpatialPlan.Server.Export;

/// <summary>The formats that GDAL writes, from rows in the folder of the job.</summary>
public sealed class GdalFiles(GdalProcess gdal)
{
    private const string DrawnNames = "names.txt";
    private static readonly string[] MetadataColumns = ["key", "value"];
    private static readonly string[] FieldColumns = ["name", "property", "title_zh", "title_en", "unit"];

    /// <summary>Writes the file, with its side files beside it when they are wanted, into "out"; gives the side files.</summary>
    public async Task<IReadOnlyDictionary<string, IEnumerable<string?[]>>> Write(ExportFeatures features, JobFolder folder, string name, CancellationToken cancel)
    {
        var (query, format) = (features.Query, features.Query.Format!);
        var columns = query.Columns(format.HasMeasures);
        var rules = new TextRules(format, query.IsGbk);
        var layers = new List<SourceLayer>();
        using var rest = format == ExportFormat.FlatGeobuf && features.Metadata.Unplaced > 0 ? new FlatGeobufRest(folder, SourceRows.Table(query, columns).Fields) : null;
        if (format == ExportFormat.Dxf)
        {
            layers.Add(SourceRows.Drawing(query));
            await using var names = new StreamWriter(folder.File(DrawnNames)) { NewLine = "\n" };
            await layers[0].Write(folder, SourceRows.DrawingRows(features, names, rules, cancel), cancel);
        }
        else
        {
            layers.Add(SourceRows.Table(query, columns));
            var rows = SourceRows.TableRows(features, columns, rules, cancel);
            await layers[0].Write(folder, rest?.Keep(rows) ?? rows, cancel);
        }

        var fields = Fields(layers[0], columns).ToList();
        var metadata = features.Metadata.Rows.Select(row => new string?[] { row.Key, row.Value }).ToList();
        if (format.HasSheets)
        {
            layers.Add(await WriteSheet("metadata", MetadataColumns, metadata, rules, folder, cancel));
            layers.Add(await WriteSheet("fields", FieldColumns, fields, rules, folder, cancel));
        }

        var source = folder.File("source.vrt");
        await File.WriteAllTextAsync(source, new XElement("OGRVRTDataSource", layers.Select(layer => layer.Virtual)).ToString(), cancel);
        Directory.CreateDirectory(folder.File("out"));
        var target = Path.Combine(folder.File("out"), $"{name}.{format.Extension}");
        await gdal.Run(["-f", format.Driver!, .. Options(query, features.Metadata), target, source], folder, cancel);
        await (rest?.Append(target, cancel) ?? Task.CompletedTask);
        var written = format == ExportFormat.Dxf
            ? await DxfDrawing.Finish(target, folder.File(DrawnNames), query.Crs, cancel)
            : await WrittenFeatures.Count(gdal, format, target, layers[0].Name, folder, cancel);
        WrittenFeatures.Check(query.Selection.Collection.Id, features.Metadata.Count - features.LeftOut.Count, written);
        JobFolder.Check(folder.Files.Sum(file => file.Length));

        return new Dictionary<string, IEnumerable<string?[]>>
        {
            ["metadata.csv"] = metadata.Prepend(MetadataColumns),
            ["fields.csv"] = format == ExportFormat.Dxf ? [] : fields.Prepend(FieldColumns),
            ["changed-values.csv"] = rules.Changed.Count == 0 ? [] : rules.Changed.Prepend(["code", "property", "value"]),
            ["left-out.csv"] = format.DropsUnplaced ? features.LeftOut.Prepend(["code", "name_zh", "name_en"]) : [],
        };
    }

    private static IEnumerable<string> Options(ExportQuery query, ExportMetadata metadata) => query.Format!.Name switch
    {
        // A programme that reads no .cpg is told by the encoding itself.
        "shp" => ["-lco", $"ENCODING={(query.IsGbk ? "GBK" : "UTF-8")}"],

        // An area that is filled hides what lies below it.
        "dxf" => ["--config", "DXF_WRITE_HATCH", "NO"],
        "gpkg" => ["-lco", "GEOMETRY_NAME=geom"],

        // What is put behind the file has no place in an index. Without one, and without features, GDAL writes not even a head.
        "fgb" when metadata.Unplaced > 0 && metadata.Unplaced < metadata.Count => ["-lco", "SPATIAL_INDEX=NO"],
        _ => [],
    };

    private static IEnumerable<string?[]> Fields(SourceLayer layer, IReadOnlyList<ExportColumn> columns) =>
        from field in layer.Fields
        join column in columns on field.Source equals column.Name
        select new[] { field.Name, column.Name, column.Title?.Zh, column.Title?.En, column.Unit };

    private static async Task<SourceLayer> WriteSheet(string name, string[] columns, IEnumerable<string?[]> rows, TextRules rules, JobFolder folder, CancellationToken cancel)
    {
        var sheet = SourceRows.Sheet(name, columns);
        await sheet.Write(folder, SourceRows.SheetRows(columns, rows, rules), cancel);
        return sheet;
    }
}
