using System.Collections.Concurrent;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>The parts of SQL that items and facets share. Names are the catalogue's; the schema is published and no other.</summary>
public static class FeatureSql
{
    private static readonly OncePerCollection<ConcurrentDictionary<CrsDefinition, string>> Written = new(_ => new());
    private static readonly OncePerCollection<ConcurrentDictionary<CrsDefinition, string>> Lists = new(_ => new());

    /// <summary>Where features are read from: as they stand, or as they stood.</summary>
    public static string Source(CollectionDefinition collection, DateTimeOffset? asOf, Statement statement)
    {
        if (asOf is not { } moment)
        {
            return $"{collection.Published} f";
        }

        var then = statement.Parameter(moment.UtcDateTime);
        return $"(select * from {collection.History} h where h.approved_at <= {then} and (h.recorded_to is null or h.recorded_to > {then})) f";
    }

    /// <summary>The conditions that are not filters by property.</summary>
    public static IEnumerable<string> Conditions(FeatureSelection selection, Statement statement) =>
        selection.Bbox is { } bbox
            ? ConditionsWithoutBox(selection, statement).Prepend(BoxSql.Condition(bbox, statement))
            : ConditionsWithoutBox(selection, statement);

    public static IEnumerable<string> ConditionsWithoutBox(FeatureSelection selection, Statement statement)
    {
        if (selection.Horizon?.To is { } to)
        {
            yield return $"(f.horizon_from is null or f.horizon_from <= {statement.Parameter(to)})";
        }

        if (selection.Horizon?.From is { } from)
        {
            yield return $"(f.horizon_to is null or f.horizon_to >= {statement.Parameter(from)})";
        }

        if (selection.Condition is { } filter)
        {
            yield return filter.Sql(statement.Parameter);
        }

        if (selection.Own is { } own)
        {
            yield return OwnSql.IsNotReplaced(own, statement);
        }
    }

    public static string Where(IEnumerable<string> conditions)
    {
        var all = string.Join("\n  and ", conditions);
        return all.Length == 0 ? "" : $"where {all}";
    }

    /// <summary>
    /// Asks for features by their codes ($1, a list): the code, the version, and the feature as <see cref="OpenFeature"/> writes it. As a
    /// subquery the list is nothing to plan by: one plan does for all.
    /// </summary>
    public static string ByCodes(CollectionDefinition collection, CrsDefinition crs) =>
        Lists.For(collection).GetOrAdd(crs, (wanted, of) => $"select f.code, f.version, {OpenFeature(of, wanted)} from {of.Published} f where f.code = any((select $1::text[])::text[])", collection);

    /// <summary>The members of a GeoJSON feature, without the closing brace, so that others can follow.</summary>
    /// <param name="collection">What the feature is of.</param>
    /// <param name="crs">What its coordinates are in; CRS84 when it is null.</param>
    /// <param name="content">Which members are wanted; all when it is null.</param>
    public static string OpenFeature(CollectionDefinition collection, CrsDefinition? crs = null, FeatureContent? content = null) => content is null
        ? Written.For(collection).GetOrAdd(crs ?? CrsList.Wire, (wanted, of) => Write(of, wanted, FeatureContent.Whole(of)), collection)
        : Write(collection, crs ?? CrsList.Wire, content);

    /// <summary>A geometry as GeoJSON text, or "null". Exterior rings run counter-clockwise (RFC 7946, 3.1.6), as seen on the ground.</summary>
    public static string Geometry(CollectionDefinition collection, CrsDefinition crs)
    {
        var stored = collection.HasAreas ? "ST_ForcePolygonCCW(f.geom)" : "f.geom";
        var geometry = crs.IsStoreDatum ? stored : $"ST_Transform({stored}, {crs.Srid})";
        return $"coalesce(ST_AsGeoJSON({(crs.IsNorthingFirst ? $"ST_FlipCoordinates({geometry})" : geometry)}, {crs.Decimals}, 0), 'null')";
    }

    private static string Write(CollectionDefinition collection, CrsDefinition crs, FeatureContent content) =>
        $$"""'{"type":"Feature","id":"' || f.code || '","geometry":' || {{(content.HasGeometry ? Geometry(collection, crs) : "'null'")}} || ',"properties":' || {{PropertiesSql.Write(content)}}""";
}
