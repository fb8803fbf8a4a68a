using System.Globalization;
using System.Security;
using System.Text;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Export;

/// <summary>
/// KML 2.3 (OGC 12-007r2), written row by row: GDAL's LIBKML holds every feature in memory and takes minutes for a
/// hundred thousand. One folder, a schema of typed fields, a placemark for each feature, with a place or without.
/// </summary>
public static class KmlFile
{
    public const string Tail = "</Folder></Document></kml>\n";

    /// <summary>Everything before the first feature.</summary>
    public static string Head(CollectionDefinition collection, IReadOnlyList<ExportColumn> columns, ExportMetadata metadata)
    {
        var head = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?>""").Append('\n').Append("""<kml xmlns="http://www.opengis.net/kml/2.2"><Document>""");
        Element(head, "name", collection.Title.Zh);
        Element(head, "description", string.Join('\n', metadata.Rows.Select(row => $"{row.Key}: {row.Value}")));
        head.Append(CultureInfo.InvariantCulture, $"""<Schema name="{Text(collection.Id)}" id="{Text(collection.Id)}">""");
        foreach (var column in columns)
        {
            head.Append(CultureInfo.InvariantCulture, $"""<SimpleField type="{TypeOf(column.Kind)}" name="{Text(column.Name)}">""");
            Element(head, "displayName", column.Title?.Zh ?? column.Name);
            head.Append("</SimpleField>");
        }

        head.Append("</Schema><Folder>");
        Element(head, "name", collection.Id);
        return head.Append('\n').ToString();
    }

    /// <summary>A feature.</summary>
    /// <param name="schema">The id of the schema.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="row">Their values, and the geometry as KML behind them.</param>
    public static string Placemark(string schema, IReadOnlyList<ExportColumn> columns, object?[] row)
    {
        var mark = new StringBuilder("<Placemark>");
        var place = columns.TakeWhile(column => column.Name != "name_zh").Count();
        if (place < columns.Count && row[place] is string name)
        {
            Element(mark, "name", name);
        }

        mark.Append(CultureInfo.InvariantCulture, $"""<ExtendedData><SchemaData schemaUrl="#{Text(schema)}">""");
        foreach (var (column, value) in columns.Zip(row).Where(cell => cell.Second is not null))
        {
            var text = value is double number ? number.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
            mark.Append(CultureInfo.InvariantCulture, $"""<SimpleData name="{Text(column.Name)}">{Text(text)}</SimpleData>""");
        }

        return mark.Append("</SchemaData></ExtendedData>").Append(row[^1] as string).Append("</Placemark>\n").ToString();
    }

    private static void Element(StringBuilder xml, string name, string text) => xml.Append(CultureInfo.InvariantCulture, $"<{name}>{Text(text)}</{name}>");

    private static string Text(string text) => SecurityElement.Escape(TextRules.WithoutControls(text));

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => "int",
        ColumnKind.Number => "double",
        _ => "string",
    };
}
