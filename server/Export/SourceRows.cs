using System.Globalization;
using System.Runtime.CompilerServices;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Export;

/// <summary>What GDAL is given to write, as the format wants it.</summary>
public static class SourceRows
{
    private const string Drawn = "layer";
    private const string Style = "style";

    /// <summary>Names on a drawing are 60 m high: readable with a park on the screen.</summary>
    private const double LetterMetres = 60;
    private const double MetresOfDegree = 111_320;

    /// <summary>The features as a table with a geometry.</summary>
    public static SourceLayer Table(ExportQuery query, IReadOnlyList<ExportColumn> columns)
    {
        var names = query.Format == ExportFormat.Shapefile ? ShapefileNames.Of(columns.Select(column => column.Name)) : [.. columns.Select(column => column.Name)];
        var fields = columns.Zip(names, (column, name) => new SourceField(name, column.Name, column.Kind)).ToList();
        var collection = query.Selection.Collection;
        return new SourceLayer(collection.Id, "code", fields, query.Format == ExportFormat.Xlsx ? null : collection.GeometryType, query.Crs.GdalName()) { File = "features" };
    }

    public static async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> TableRows(
        ExportFeatures features, IReadOnlyList<ExportColumn> columns, TextRules rules, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (query, cells) = (features.Query, new Dictionary<string, object?>());
        await foreach (var row in features.Read(ExportStatements.Rows(query, columns, GeometryText.GeoJson), cancel))
        {
            var code = (string)row[0]!;
            for (var place = 0; place < columns.Count; place++)
            {
                var name = columns[place].Name;
                cells[name] = row[place] is string text ? rules.Apply(code, name, text) : row[place];
            }

            cells[SourceLayer.Geometry] = query.Format == ExportFormat.Xlsx ? null : row[^1];
            yield return cells;
        }
    }

    /// <summary>A drawing: one layer, named as the collection, with shapes and names.</summary>
    public static SourceLayer Drawing(ExportQuery query) =>
        new("entities", Drawn, [new SourceField("Layer", Drawn, ColumnKind.Text)], "Unknown", query.Crs.GdalName(), Style) { File = "features" };

    /// <summary>Each feature twice, its shape and a label; the label is a number, and the name goes into a file beside it.</summary>
    public static async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> DrawingRows(
        ExportFeatures features, TextWriter names, TextRules rules, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (query, layer, number) = (features.Query, features.Query.Selection.Collection.Id, 0);
        await foreach (var row in features.Read(ExportStatements.Drawing(query.Selection, query.Crs), cancel))
        {
            await names.WriteLineAsync(rules.Apply((string)row[0]!, "name_zh", (string)row[1]!));
            yield return new Dictionary<string, object?> { [Drawn] = layer, [SourceLayer.Geometry] = row[2] };
            yield return new Dictionary<string, object?> { [Drawn] = layer, [Style] = Label(++number, query.Crs), [SourceLayer.Geometry] = row[3] };
        }
    }

    /// <summary>A table of text, without places.</summary>
    public static SourceLayer Sheet(string name, params string[] columns) =>
        new(name, columns[0], [.. columns.Select(column => new SourceField(column, column, ColumnKind.Text))]) { File = name };

    public static async IAsyncEnumerable<IReadOnlyDictionary<string, object?>> SheetRows(string[] columns, IEnumerable<string?[]> rows, TextRules rules)
    {
        foreach (var row in rows)
        {
            yield return columns.Zip(row).ToDictionary(cell => cell.First, cell => (object?)(cell.Second is null ? null : rules.Apply("", cell.First, cell.Second)));
        }

        await Task.CompletedTask;
    }

    private static string Label(int number, CrsDefinition crs)
    {
        var height = crs.IsGeographic ? LetterMetres / MetresOfDegree : LetterMetres;
        return string.Create(CultureInfo.InvariantCulture, $"LABEL(f:\"SimSun\",t:\"{number}\",s:{height:0.######}g)");
    }
}
