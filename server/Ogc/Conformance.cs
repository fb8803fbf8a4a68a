using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>The conformance classes that hold for the collections that can be read, as URIs.</summary>
public static class Conformance
{
    private static readonly string[] Always =
    [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",

        // Schemas, OGC 23-058r2, were published as Part 3 of Common (and Part 5 of Features).
        .. Classes("ogcapi-common-3/1.0", "schemas", "advanced-property-roles", "references", "returnables-and-receivables", "queryables", "sortables"),

        // What its drafts were called, for clients that know these names only: QGIS reads the types of properties from the schema then.
        .. Classes("ogcapi-features-5/1.0", "schemas", "core-roles-features", "feature-references", "returnables-and-receivables", "queryables", "sortables"),
        .. Classes("ogcapi-features-1/1.0", "core", "oas30", "geojson"),
        .. Classes("ogcapi-tiles-1/1.0", "core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "mvt"),
        .. Classes("tms/2.0", "tilematrixset", "json-tilematrixset", "tilesetmetadata", "json-tilesetmetadata", "tilematrixsetlimits", "json-tilematrixsetlimits"),
        .. Classes("ogcapi-styles-1/0.0", "core", "mapbox-styles", "sld-10", "sld-11"),
        .. Classes("ogcapi-features-2/1.0", "crs"),

        // OGC 20-002r1: what is written is a draft of its writer, who reads it back (server/Editing).
        .. Classes("ogcapi-features-4/1.0", "create-replace-delete", "update", "features", "optimistic-locking-etags"),
        .. Classes("ogcapi-features-8/0.0", "sorting", "features-sorting"),
        .. Classes("ogcapi-features-3/1.0", "queryables", "queryables-query-parameters", "filter", "features-filter"),
        .. Classes(
            "cql2/1.0",
            "cql2-text",
            "cql2-json",
            "basic-cql2",
            "advanced-comparison-operators",
            "case-insensitive-comparison",
            "accent-insensitive-comparison",
            "basic-spatial-functions",
            "basic-spatial-functions-plus",
            "spatial-functions",
            "array-functions",
            "property-property",
            "arithmetic"),
    ];

    /// <summary>The years of the plan are numbers: only where a date or a time can be asked for do temporal functions have anything to act on.</summary>
    private static readonly string[] Temporal = Classes("cql2/1.0", "temporal-functions");

    /// <summary>Every answer of Common and of the core of Features is a page too (/req/html/definition).</summary>
    private static readonly string[] Html =
    [
        .. Classes("ogcapi-common-1/1.0", "html"),
        .. Classes("ogcapi-common-2/1.0", "html"),
        .. Classes("ogcapi-features-1/1.0", "html"),
    ];

    public static IEnumerable<string> Of(CollectionFinder collections) =>
    [
        .. Always,
        .. collections.Readable.SelectMany(collection => collection.Properties).Any(IsTemporal) ? Temporal : [],

        // Collections of samples have no pages.
        .. collections.Readable.All(collections.IsOfPlan) ? Html : [],
    ];

    private static bool IsTemporal(PropertyDefinition property) => property is { Queryable: true, Type: PropertyType.Date or PropertyType.Timestamp };

    private static string[] Classes(string standard, params string[] names) => [.. names.Select(name => $"http://www.opengis.net/spec/{standard}/conf/{name}")];
}
