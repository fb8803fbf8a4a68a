using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Counts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// What stands at a place of the map, as one sees it at a zoom: the nearest features within some pixels, nearest first,
/// and the cell in which the tile counts them, where it does.
/// </summary>
public sealed class IdentifyEndpoints(CollectionFinder collections, PlanDatabase database, PointIndexes indexes)
{
    private const int Pixels = 8;
    private const int TilePixels = 256;
    private const int Most = 10;

    private static readonly string[] Place = ["x", "y", "z"];

    public async Task<IResult> Identify(string collectionId, HttpContext context)
    {
        var collection = collections.Get(collectionId);
        var known = TileQuery.Parameters([collection]).Concat(Place).ToFrozenSet();
        var parameters = QueryReader.Of(context.Request.Query, known);
        var selection = FeatureSelection.Read(collection, parameters);
        var (x, y, zoom) = (Number(parameters, "x", 180), Number(parameters, "y", 85.05), (int)Number(parameters, "z", TileMatrixSet.WebMercatorQuad.MaximumZoom));
        if (zoom < 0)
        {
            throw RequestException.Malformed("place-invalid", new { parameter = "z" });
        }

        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        var revision = RevisionFilter.Of(context);
        var features = await Features(selection, x, y, zoom, context.RequestAborted);
        var cell = await Cell(selection, x, y, zoom, revision, context.RequestAborted);
        var text = string.Create(CultureInfo.InvariantCulture, $"{{\"type\":\"FeatureCollection\",\"revision\":{revision.Number},\"features\":[{string.Join(',', features)}],\"cell\":{cell?.ToJsonString() ?? "null"}}}");
        return TypedResults.Text(text, Links.GeoJson);
    }

    private static double Number(QueryReader parameters, string name, double most) =>
        parameters.Find(name) is { } text
        && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= most
            ? number
            : throw RequestException.Malformed("place-invalid", new { parameter = name });

    private async Task<List<string>> Features(FeatureSelection selection, double x, double y, int zoom, CancellationToken cancel)
    {
        var statement = new Statement();
        var here = $"(select ST_Transform(ST_SetSRID(ST_MakePoint({statement.Parameter(x)}, {statement.Parameter(y)}), {Crs.Store}), {Crs.Map}))";
        var radius = statement.Parameter(2 * MapCell.HalfWidth / TilePixels / Math.Pow(2, zoom) * Pixels);
        var conditions = FeatureSql.Conditions(selection, statement)
            .Concat(selection.Filters.Select(filter => filter.Condition(statement)))
            .Append($"ST_DWithin(f.{Crs.MapColumn}, {here}, {radius})")
            .ToList();
        statement.Append($"select {FeatureSql.OpenFeature(selection.Collection)} || '}}'")
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(FeatureSql.Where(conditions))
            .Append($"order by f.{Crs.MapColumn} <-> {here} limit {Most}");
        await using var command = statement.Command(database.FilteredTiles);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var features = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            features.Add(reader.GetString(0));
        }

        return features;
    }

    private async Task<JsonObject?> Cell(FeatureSelection selection, double longitude, double latitude, int zoom, PlanRevision revision, CancellationToken cancel)
    {
        if (await indexes.Of(selection, revision, cancel) is not { } index || !index.Dimensions.Cover(selection))
        {
            return null;
        }

        // The cell of a tile four zooms further in is one tile.
        var (column, row) = MapCell.At(MapCell.OfDegrees(longitude, latitude));
        var below = MapCell.Bits - Math.Min(zoom + CellGrid.SideBits, TileMatrixSet.WebMercatorQuad.MaximumZoom);
        var cell = new TileAddress(MapCell.Bits - below, (int)(row >> below), (int)(column >> below));
        var count = index.CountIn(cell, index.Dimensions.Taken(index.Combinations, selection), int.MaxValue);
        return new JsonObject { ["count"] = count };
    }
}
