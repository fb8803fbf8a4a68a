using System.Text.Json;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Features and Geometries JSON (OGC 21-045r1): GeoJSON with the type of the features, plan time as an interval of days,
/// and geometry in another system than WGS 84 as "place", beside a "geometry" that is then null.
/// </summary>
internal static class JsonFg
{
    public const string Name = "jsonfg";
    public const string MediaType = "application/fg+json";

    private static readonly string[] Classes =
    [
        "http://www.opengis.net/spec/json-fg-1/1.0/conf/core",
        "http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas",
    ];

    /// <summary>The members of a feature without the closing brace, in SQL.</summary>
    public static string OpenFeature(CollectionDefinition collection, CrsDefinition crs, FeatureContent? content)
    {
        var whole = content ?? FeatureContent.Whole(collection);
        var feature = FeatureSql.OpenFeature(collection, CrsList.Wire, crs == CrsList.Wire ? content : whole with { HasGeometry = false });
        var place = crs == CrsList.Wire || !whole.HasGeometry ? "'null'" : FeatureSql.Geometry(collection, crs);
        return $"{feature} || ',\"time\":' || {Time} || ',\"place\":' || {place}";
    }

    private const string Time = """
        case when f.horizon_from is null and f.horizon_to is null then 'null' else
          '{"interval":["' || coalesce(lpad(f.horizon_from::text, 4, '0') || '-01-01', '..') || '","' || coalesce(lpad(f.horizon_to::text, 4, '0') || '-12-31', '..') || '"]}' end
        """;

    /// <summary>What stands before the features.</summary>
    /// <param name="collection">What they are of.</param>
    /// <param name="crs">What "place" is in.</param>
    /// <param name="schema">The address of their schema.</param>
    public static string Head(CollectionDefinition collection, CrsDefinition crs, string schema) =>
        $$"""{"type":"FeatureCollection","conformsTo":{{JsonSerializer.Serialize(Classes)}},"featureType":{{JsonSerializer.Serialize(collection.Id)}},"featureSchema":{{JsonSerializer.Serialize(schema, JsonOptions.Links)}},"geometryDimension":{{collection.Dimension}},"coordRefSys":"{{crs.Uri}}","features":[""";
}
