using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Mvt;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>How a layer of features is drawn into a tile.</summary>
/// <param name="Selection">The collection and its filter.</param>
/// <param name="Most">The most features the layer may hold; one more is read, to know whether there are more.</param>
/// <param name="IsGeneralised">Drawn from the generalised copy, without what would be a speck.</param>
/// <param name="LargestFirst">When not all have room, the large ones have.</param>
/// <param name="IsKnownToFit">That it has no more than <paramref name="Most"/> is known before asking.</param>
public sealed record FeatureLayer(FeatureSelection Selection, int Most, bool IsGeneralised, bool LargestFirst, bool IsKnownToFit)
{
    /// <summary>Points are sent as they are and cut by the server; of lines and areas PostGIS cuts what is outside.</summary>
    public bool HasPoints => Selection.Collection.GeometryType == "Point";

    /// <summary>Whether its filter decides which plan is good: not among few features, nor where one index answers all.</summary>
    public bool NeedsOwnPlan => !IsKnownToFit
        && Selection is { Filters.Count: > 0 } or { Horizon: not null } or { AsOf: not null } or { Condition: not null }
        && !(HasPoints && IndexedPoints.Cover(Selection));
}

/// <summary>
/// All layers of a tile in one statement, a row a layer: its number, how many features, their geometries one after the
/// other and their attributes as one text. Lines and areas are in units of the tile, as TWKB (<see cref="Nothing"/>
/// where nothing of one is left); points are in metres of the map (<see cref="PointPlaces"/>), and come with their
/// attributes out of one index, without a look at the table. The server puts them into a tile; for what ST_AsMVT does of
/// that, PostgreSQL takes as long as for all the rest. A row a feature would wake the reader a dozen times a tile.
/// </summary>
public static class TileSql
{
    /// <summary>Between two attributes in the text of a row.</summary>
    public const byte Separator = 0x1f;

    /// <summary>Between the attributes of two features.</summary>
    public const byte End = 0x1d;

    /// <summary>In place of a geometry of which nothing is left; no TWKB begins so.</summary>
    public const byte Nothing = 0x00;

    /// <summary>The text of an attribute that is null.</summary>
    public const byte Null = 0x1e;

    /// <summary>What stands a little outside is drawn too, or symbols would be cut at the edge.</summary>
    public const int Buffer = 64;

    public static Statement Of(TileAddress tile, IReadOnlyList<FeatureLayer> layers)
    {
        var statement = new Statement();

        // As scalar subqueries they are computed once a statement, and the index is still used.
        var box = $"(select {Envelope(statement, tile)})";
        return statement.Append(string.Join("\nunion all\n", layers.Select((layer, place) => $"({Layer(layer, place, statement, tile, box)})")));
    }

    /// <summary>For each of some layers whether the tile has anything of it, however small.</summary>
    public static Statement HasAny(TileAddress tile, IEnumerable<FeatureSelection> selections)
    {
        var statement = new Statement();
        Envelope(statement, tile);
        var reach = Reach(tile);
        var questions = selections.Select(selection =>
        {
            var conditions = Filter(selection, statement).Prepend($"f.{Column(tile)} && {reach}");
            return $"exists (select from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)} {FeatureSql.Where(conditions)})";
        });
        return statement.Append($"select array[{string.Join(", ", questions)}]");
    }

    /// <summary>The square of a tile; must be the first that a statement takes parameters for when others refer to it by number.</summary>
    public static string Envelope(Statement statement, TileAddress tile) =>
        $"ST_TileEnvelope({statement.Parameter(tile.MapZoom)}, {statement.Parameter(tile.Column)}, {statement.Parameter(tile.Row)}{(tile.Set.IsGeographic ? $", {Degrees}" : "")})";

    /// <summary>The column whose geometry is in the numbers of the tile.</summary>
    public static string Column(TileAddress tile) => tile.Set.IsGeographic ? "geom" : Crs.MapColumn;

    /// <summary>The properties in <c>tile_attributes</c>, in their order there (plan.ensure_tile_attributes).</summary>
    public static IEnumerable<PropertyDefinition> Attributes(CollectionDefinition collection) => collection.Properties.Where(property => property.InTile);

    /// <summary>The square of 360° that tiles in degrees are part of (<see cref="TileMatrixSet"/>).</summary>
    private static string Degrees { get; } = $"ST_MakeEnvelope(-180, -270, 180, 90, {Crs.Store})";

    private static string MapReach { get; } = $"(select ST_TileEnvelope($1, $2, $3, margin => {Buffer}.0 / {MvtLayer.Extent}))";

    private static string DegreeReach { get; } = $"(select ST_TileEnvelope($1, $2, $3, {Degrees}, {Buffer}.0 / {MvtLayer.Extent}))";

    private static string DegreePointReach { get; } = $"(select ST_TileEnvelope($1, $2, $3, {Degrees}, {Buffer}.5 / {MvtLayer.Extent}))";

    private static string Reach(TileAddress tile) => tile.Set.IsGeographic ? DegreeReach : MapReach;

    // Half a unit more: what is rounded into the margin is in it. The server knows better what is out of it.
    private static string PointReach { get; } = $"(select box(ST_TileEnvelope($1, $2, $3, margin => {Buffer}.5 / {MvtLayer.Extent})))";

    private static string Layer(FeatureLayer layer, int place, Statement statement, TileAddress tile, string box)
    {
        var (selection, isOnMap) = (layer.Selection, !tile.Set.IsGeographic);

        // The generalised copy is in metres; in degrees what is large enough is drawn as it is.
        var geometry = layer.IsGeneralised && isOnMap ? "f.geom_low" : $"f.{Column(tile)}";
        var (drawn, isNear) = (layer.HasPoints, isOnMap) switch
        {
            (true, true) => ("point_send(f.tile_place)", $"f.tile_place <@ {PointReach}"),
            (true, false) => ("point_send(f.geom::point)", $"f.geom && {DegreePointReach}"),

            // No decimals, said aloud: of a geometry in degrees there would be six.
            _ => ($"coalesce(ST_AsTWKB(ST_AsMVTGeom({geometry}, {box}, {MvtLayer.Extent}, {Buffer}, true), 0), '\\x00')", $"{geometry} && {Reach(tile)}"),
        };
        var conditions = new[] { isNear }.Concat(layer.IsGeneralised ? ["f.first_zoom <= $1"] : []).Concat(Filter(selection, statement));
        var features = layer.HasPoints && isOnMap ? IndexedPoints.Source(selection, statement) : FeatureSql.Source(selection.Collection, selection.AsOf, statement);
        var source = $"from {features}\n{FeatureSql.Where(conditions)}";

        // Rows that a limit counts are handed on one by one, which costs a tile of points a tenth of its time.
        return layer.IsKnownToFit
            ? $"{Row(place, drawn, "f.tile_attributes")} {source}"
            : $"""
                {Row(place, "geometry", "attributes")}
                from (select {drawn} as geometry, f.tile_attributes as attributes {source}
                      {(layer.LargestFirst ? "order by f.first_zoom, f.code" : "")}
                      limit {layer.Most + 1}) features
                """;
    }

    private static string Row(int place, string geometry, string attributes) =>
        $"select {place} as layer, count(*)::int as number, string_agg({geometry}, '') as geometries, string_agg({attributes}, E'\\x1d') as attributes";

    private static IEnumerable<string> Filter(FeatureSelection selection, Statement statement) =>
        FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(given => given.Condition(statement)));
}
