using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using SpatialPlan.Server.Gdal;

namespace SpatialPlan.Server.Export;

/// <summary>A field that GDAL shall write: its name in the file, where it comes from, its type.</summary>
public sealed record SourceField(string Name, string Source, ColumnKind Kind);

/// <summary>
/// Rows for GDAL: a file of GeoJSON text sequences, and the entry of a virtual dataset that says what they are, so that
/// a column without values, or a layer without features, still has its types.
/// </summary>
/// <param name="Name">What the layer is called in the file that GDAL writes.</param>
/// <param name="Key">The column that every row fills.</param>
/// <param name="Fields">The columns, in order.</param>
/// <param name="GeometryType">As OGC names it, or null for a table.</param>
/// <param name="Crs">As GDAL knows it.</param>
/// <param name="StyleColumn">The column that holds the style of a feature, for drawings.</param>
public sealed record SourceLayer(string Name, string Key, IReadOnlyList<SourceField> Fields, string? GeometryType = null, string? Crs = null, string? StyleColumn = null)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The stem of the file; a name of our own, for the name of a layer may be anything.</summary>
    public required string File { get; init; }

    private IEnumerable<string> Columns => Fields.Select(column => column.Source).Append(StyleColumn).OfType<string>().Distinct();

    /// <summary>Writes the rows; the first has no key and a value of its type in every other column.</summary>
    public async Task Write(JobFolder folder, IAsyncEnumerable<IReadOnlyDictionary<string, object?>> rows, CancellationToken cancel)
    {
        await using var file = System.IO.File.Create(folder.File($"{File}.geojsonl"));
        await using var writer = new Utf8JsonWriter(file, Relaxed);
        WriteRow(writer, Fields.DistinctBy(column => column.Source).ToDictionary(column => column.Source, column => column.Source == Key ? null : Sample(column.Kind)));
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await writer.FlushAsync(cancel);
            file.WriteByte((byte)'\n');
            writer.Reset();
            WriteRow(writer, row);
            JobFolder.Check(file.Position);
        }
    }

    /// <summary>The layer as an entry of a virtual dataset (https://gdal.org/drivers/vector/vrt.html).</summary>
    public XElement Virtual => new(
        "OGRVRTLayer",
        new XAttribute("name", Name),
        new XElement("SrcDataSource", new XAttribute("relativeToVRT", 1), $"{File}.geojsonl"),
        new XElement("SrcSQL", $"select * from \"{File}\" where \"{Key}\" is not null"),
        new XElement("GeometryType", $"wkb{GeometryType ?? "None"}"),
        Crs is null ? null : new XElement("LayerSRS", Crs),
        StyleColumn is null ? null : new XElement("Style", StyleColumn),
        Fields.Select(column => new XElement("Field", new XAttribute("name", column.Name), new XAttribute("src", column.Source), new XAttribute("type", TypeOf(column.Kind)))));

    /// <summary>The column of a row that holds its geometry as GeoJSON.</summary>
    public const string Geometry = "";

    private void WriteRow(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> row)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("properties");
        foreach (var column in Columns)
        {
            switch (row.GetValueOrDefault(column))
            {
                case null: writer.WriteNull(column); break;
                case int number: writer.WriteNumber(column, number); break;
                case double number: writer.WriteNumber(column, number); break;
                case var text: writer.WriteString(column, text.ToString()); break;
            }
        }

        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
        writer.WriteRawValue(row.GetValueOrDefault(Geometry) as string ?? "null", skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
    }

    private static object Sample(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => 1,
        ColumnKind.Number => 0.5,
        _ => "text",
    };

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => "Integer",
        ColumnKind.Number => "Real",
        _ => "String",
    };
}
