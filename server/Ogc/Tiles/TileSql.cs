using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>How a layer of features is drawn into a tile.</summary>
/// <param name="Selection">The collection and its filter.</param>
/// <param name="Most">The most features the layer may hold; one more is read, to know whether there are more.</param>
/// <param name="IsGeneralised">Drawn from the generalised copy, without what would be a speck.</param>
/// <param name="LargestFirst">When not all have room, the large ones have.</param>
public sealed record FeatureLayer(FeatureSelection Selection, int Most, bool IsGeneralised, bool LargestFirst);

/// <summary>All layers of a tile in one statement: the bytes, and how many features each layer holds.</summary>
public static class TileSql
{
    /// <summary>What stands a little outside is drawn too, or symbols would be cut at the edge.</summary>
    private const int Buffer = 64;

    /// <summary>The number of a generalised layer that has features here, none of them large enough.</summary>
    public const int OnlySpecks = -1;

    public static Statement Of(TileAddress tile, IReadOnlyList<FeatureLayer> layers)
    {
        var statement = new Statement();

        // As scalar subqueries they are computed once a statement, and the index is still used.
        var (box, reach) = ($"(select {Envelope(statement, tile)})", $"(select ST_TileEnvelope($1, $2, $3, margin => {Buffer}.0 / {MvtWriter.Extent}))");
        var parts = layers.Select((layer, place) => $"lateral ({Layer(layer, statement, box, reach)}) l{place}").ToList();
        return statement
            .Append($"select {string.Join(" || ", Enumerable.Range(0, layers.Count).Select(place => $"coalesce(l{place}.tile, '')"))}, array[{string.Join(", ", Enumerable.Range(0, layers.Count).Select(place => $"l{place}.number"))}]")
            .Append($"from {string.Join(",\n", parts)}");
    }

    /// <summary>The square of a tile; must be the first that a statement takes parameters for when others refer to it by number.</summary>
    public static string Envelope(Statement statement, TileAddress tile) =>
        $"ST_TileEnvelope({statement.Parameter(tile.Zoom)}, {statement.Parameter(tile.Column)}, {statement.Parameter(tile.Row)})";

    /// <summary>What a map needs to draw and name a feature; the rest is asked for when somebody points at it.</summary>
    public static IEnumerable<PropertyDefinition> Attributes(CollectionDefinition collection) => collection.Properties.Where(property => property switch
    {
        { Name: "code" or "name_zh" or "name_en" or "horizon_from" or "horizon_to" or "number" or "width_m" or "tint" or "placed_by" } => true,
        { Name: "origin" or "source" or "plan_status_basis" } => false,
        { Type: PropertyType.Code or PropertyType.Codes } => true,
        _ => false,
    });

    private static string Layer(FeatureLayer layer, Statement statement, string box, string reach)
    {
        var (selection, collection) = (layer.Selection, layer.Selection.Collection);
        var geometry = layer.IsGeneralised ? "f.geom_low" : $"f.{Crs.MapColumn}";
        var filter = FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(given => given.Condition(statement))).ToList();
        var conditions = new[] { $"{geometry} && {reach}" }.Concat(layer.IsGeneralised ? ["f.first_zoom <= $1"] : []).Concat(filter);
        var source = FeatureSql.Source(collection, selection.AsOf, statement);

        // Where all that is there is specks, nothing is drawn, and that is said too.
        var number = layer.IsGeneralised
            ? $"case when count(*) > 0 then count(*) when exists (select from {source} {FeatureSql.Where(filter.Prepend($"f.{Crs.MapColumn} && {reach}"))}) then {OnlySpecks} else 0 end"
            : "count(*)";
        var attributes = string.Concat(Attributes(collection).Select(Attribute));
        var order = layer.LargestFirst ? "order by f.first_zoom, f.code" : "";
        return $"""
            select ST_AsMVT(t, '{collection.Id}', {MvtWriter.Extent}, 'geometry') as tile, {number} as number
            from (select ST_AsMVTGeom({geometry}, {box}, {MvtWriter.Extent}, {Buffer}, true) as geometry{attributes}
                  from {source}
                  {FeatureSql.Where(conditions)}
                  {order}
                  limit {layer.Most + 1}) t
            """;
    }

    // A tile knows texts and numbers, no lists.
    private static string Attribute(PropertyDefinition property) => property.Type switch
    {
        PropertyType.Codes or PropertyType.Strings => $", array_to_string(f.{property.Name}, ',') as {property.Name}",
        _ => $", f.{property.Name}",
    };
}
