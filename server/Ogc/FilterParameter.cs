using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>The parameters filter, filter-lang and filter-crs (OGC API Features Part 3, /req/filter).</summary>
public static class FilterParameter
{
    /// <summary>What the queryables of every collection call its geometry.</summary>
    public const string Geometry = "geometry";

    public static readonly string[] Names = ["filter", "filter-lang", "filter-crs"];

    /// <summary>The names of the encodings; GDAL asks for cql-text.</summary>
    public static readonly string[] Languages = ["cql2-text", "cql2-json", "cql-text"];

    public static Filter? Read(CollectionDefinition collection, QueryReader query)
    {
        var crs = CrsParameter.Read(query, "filter-crs");
        var language = ReadLanguage(query);
        if (query.Find("filter") is not { } text)
        {
            return null;
        }

        var filter = Filter.Read(text, language, Queryables(collection, crs));
        return filter.Succeeded ? filter.Value : throw Refuse(filter.Error);
    }

    private static FilterLanguage ReadLanguage(QueryReader query)
    {
        var language = query.Find("filter-lang") ?? Languages[0];
        return !Languages.Contains(language)
            ? throw RequestException.Malformed("filter-language-unknown", new { parameter = "filter-lang", supported = Languages })
            : language == "cql2-json" ? FilterLanguage.Json : FilterLanguage.Text;
    }

    /// <summary>The same names as in the queryables of the collection; the columns are the catalogue's.</summary>
    private static Queryables Queryables(CollectionDefinition collection, CrsDefinition crs)
    {
        var columns = collection.Properties.Where(property => property.Queryable)
            .ToDictionary(property => property.Name, property => new QueryableColumn($"f.{property.Name}", TypeOf(property.Type)));
        columns[Geometry] = new QueryableColumn("f.geom", CqlType.Geometry);
        return new Queryables(columns, Crs.Store, crs == CrsList.Wire ? null : geometry => Reprojection.ToStore(crs, geometry));
    }

    private static CqlType TypeOf(PropertyType type) => type switch
    {
        PropertyType.Integer or PropertyType.Number => CqlType.Number,
        PropertyType.Codes or PropertyType.Strings => CqlType.Texts,
        _ => CqlType.Text,
    };

    private static RequestException Refuse(FilterError error) => RequestException.Malformed(
        error.Code,
        new { parameter = "filter", offset = error.Offset, line = error.Line, column = error.Column, found = error.Found, expected = error.Expected });
}
