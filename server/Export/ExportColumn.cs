using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Export;

public enum ColumnKind
{
    Text,
    Whole,
    Number,
}

/// <summary>A column of a flat table. Lists become text between semicolons, citations their locators, tables inside a cell stay JSON.</summary>
/// <param name="Name">The name of the property, or of the measure.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Title">Its words in the catalogue, or null for a measure.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="Sql">Where it comes from.</param>
public sealed record ExportColumn(string Name, ColumnKind Kind, Words? Title, string? Unit, string Sql)
{
    public static IReadOnlyList<ExportColumn> Of(CollectionDefinition collection, CrsDefinition crs, bool withMeasures) =>
        [.. collection.Properties.Select(Of), .. withMeasures ? Measures(collection, crs) : []];

    private static ExportColumn Of(PropertyDefinition property)
    {
        var column = $"f.{property.Name}";
        var (kind, sql) = property.Type switch
        {
            PropertyType.Integer => (ColumnKind.Whole, column),
            PropertyType.Number => (ColumnKind.Number, column),
            PropertyType.Codes or PropertyType.Strings => (ColumnKind.Text, $"nullif(array_to_string({column}, '; '), '')"),
            PropertyType.Citations => (ColumnKind.Text, Locators(column)),
            _ when property.IsCitedList => (ColumnKind.Text, Table(column)),
            _ => (ColumnKind.Text, column),
        };
        return new ExportColumn(property.Name, kind, property.Title, property.Unit, sql);
    }

    /// <summary>Areas and lengths are those of the ellipsoid, whatever the coordinates are in.</summary>
    private static IEnumerable<ExportColumn> Measures(CollectionDefinition collection, CrsDefinition crs)
    {
        // An import of a point by its coordinates finds them where it looks for them.
        var point = $"ST_PointOnSurface({crs.Sql("f.geom")})";
        yield return new ExportColumn("x", ColumnKind.Number, null, crs.IsGeographic ? "°" : "m", $"ST_X({point})");
        yield return new ExportColumn("y", ColumnKind.Number, null, crs.IsGeographic ? "°" : "m", $"ST_Y({point})");
        if (collection.GeometryType.EndsWith("Polygon", StringComparison.Ordinal))
        {
            yield return new ExportColumn("measured_area_m2", ColumnKind.Number, null, "m2", "ST_Area(f.geom::geography)");
        }
        else if (collection.GeometryType.EndsWith("LineString", StringComparison.Ordinal))
        {
            yield return new ExportColumn("measured_length_m", ColumnKind.Number, null, "m", "ST_Length(f.geom::geography)");
        }
    }

    // Each row of it has its locator beside the whole citation.
    private static string Table(string column) =>
        $"(select jsonb_agg(t.line - 'citation' order by t.place)::text from jsonb_array_elements({column}) with ordinality as t (line, place))";

    private static string Locators(string column) => $"""
        (select string_agg(cited.locator, '; ' order by cited.place)
         from (select (c.citation ->> 'paragraph') || coalesce('#' || (c.citation ->> 'attribute'), '') as locator, c.place
               from jsonb_array_elements({column}) with ordinality as c (citation, place)) cited)
        """;
}
