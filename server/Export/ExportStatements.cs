using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.Export;

/// <summary>How a geometry is written in a row.</summary>
public enum GeometryText
{
    GeoJson,
    Wkt,
    Kml,
}

/// <summary>The statements of an export; which features they speak of is the same in all.</summary>
public static class ExportStatements
{
    private const int ProjectedDecimals = 4;
    private const int DegreeDecimals = 9;

    /// <summary>What the description of an export counts: features, those with a place, accuracy from and to, sources, revision.</summary>
    public static Statement Summary(FeatureSelection selection)
    {
        var statement = new Statement();
        return statement
            .Append("""
                select count(*), count(f.geom), min(f.accuracy_m), max(f.accuracy_m),
                  coalesce(array_agg(distinct f.source) filter (where f.source is not null), '{}'),
                  (select value from published_plan.revision)
                """)
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(Where(selection, statement));
    }

    /// <summary>Code and names of what has no place on a map.</summary>
    public static Statement Unplaced(FeatureSelection selection)
    {
        var statement = new Statement();
        return statement
            .Append("select f.code, f.name_zh, f.name_en")
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(Where(selection, statement, "f.geom is null"))
            .Append("order by f.code");
    }

    /// <summary>Features as GeoJSON, whole, as items writes them.</summary>
    public static Statement Features(ExportQuery query)
    {
        var (selection, crs) = (query.Selection, query.Crs);
        var (collection, statement) = (selection.Collection, new Statement());
        var properties = string.Join(", ", collection.Properties.Where(property => property.Name != "code").Select(property => $"f.{property.Name}"));
        return statement
            .Append($"select {FeatureSql.OpenFeature(collection)} || '}}'")
            .Append($"from (select f.code, f.version, {properties}, {crs.Sql("f.geom")} as geom")
            .Append($"from {FeatureSql.Source(collection, selection.AsOf, statement)}")
            .Append(Where(selection, statement))
            .Append($"order by {SortSql.OrderBy(query.Order)}) f");
    }

    /// <summary>Rows of the columns, followed by the geometry.</summary>
    public static Statement Rows(ExportQuery query, IReadOnlyList<ExportColumn> columns, GeometryText form)
    {
        var (selection, crs) = (query.Selection, query.Crs);
        var decimals = crs.IsGeographic ? DegreeDecimals : ProjectedDecimals;
        var shape = crs.Sql("f.geom");
        var geometry = form switch
        {
            GeometryText.Wkt => $"ST_AsText({shape}, {decimals})",

            // In the system that KML has, which is that of the file: nothing is to be transformed.
            GeometryText.Kml => $"ST_AsKML(ST_SetSRID({shape}, {crs.Srid}), {decimals})",
            _ => $"ST_AsGeoJSON({shape}, {decimals}, 0)",
        };
        var statement = new Statement();
        return statement
            .Append($"select {string.Join(", ", columns.Select(column => column.Sql))}, {geometry}")
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(Where(selection, statement))
            .Append($"order by {SortSql.OrderBy(query.Order)}");
    }

    /// <summary>What a drawing shows: name, shape, and a point in it for the name.</summary>
    public static Statement Drawing(FeatureSelection selection, CrsDefinition crs)
    {
        var (shape, statement) = (crs.Sql("f.geom"), new Statement());
        return statement
            .Append($"select f.code, f.name_zh, ST_AsGeoJSON({shape}, {ProjectedDecimals + 2}, 0), ST_AsGeoJSON(ST_PointOnSurface({shape}), {ProjectedDecimals + 2}, 0)")
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(Where(selection, statement, "f.geom is not null"))
            .Append("order by f.code");
    }

    /// <summary>Whether something selected lies where the system of the file does not reach; null where it reaches everything.</summary>
    public static Statement? OutOfReach(ExportQuery query) => PageSql.OutOfReach(query.Selection, query.Crs);

    private static string Where(FeatureSelection selection, Statement statement, params string[] more) =>
        FeatureSql.Where(FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(filter => filter.Condition(statement))).Concat(more));
}
