using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The addresses of tiles in the OpenAPI document.</summary>
public static class TilePaths
{
    public static void AddTo(JsonObject paths, PlanCatalogue catalogue, IReadOnlyList<CollectionDefinition> collections)
    {
        paths["/tileMatrixSets"] = OpenApiDocument.Path("tile_matrix_sets", "The tile matrix sets", Forms(), Links.Json);
        foreach (var set in TileMatrixSet.All)
        {
            paths[$"/tileMatrixSets/{set.Id}"] = OpenApiDocument.Path($"tile_matrix_set_{set.Id}", set.Title, Forms(), Links.Json);
        }

        var all = collections.SelectMany(collection => Filters(collection, catalogue)).DistinctBy(parameter => (string)parameter["name"]!);
        Add(paths, "/tiles", "all", "All collections", [OpenApiDocument.Query("collections", "Which collections, between commas; all when it is not given", Names(collections)), .. all]);
        foreach (var collection in collections)
        {
            Add(paths, $"/collections/{collection.Id}/tiles", collection.TableName, collection.Title.En, [.. Filters(collection, catalogue)]);
            paths[$"/collections/{collection.Id}/identify"] = OpenApiDocument.Path(
                $"identify_{collection.TableName}", $"{collection.Title.En}: what stands at a place", [Place("x", "Longitude"), Place("y", "Latitude"), Place("z", "The zoom at which one looks"), .. Filters(collection, catalogue), OpenApiDocument.Form("json")], Links.GeoJson);
        }
    }

    private static void Add(JsonObject paths, string prefix, string id, string title, JsonObject[] parameters)
    {
        JsonObject[] Copies() => [.. parameters.Select(parameter => (JsonObject)parameter.DeepClone())];
        paths[prefix] = OpenApiDocument.Path($"tilesets_{id}", $"{title}: tilesets", [.. Forms(), .. Copies()], Links.Json);
        foreach (var set in TileMatrixSet.All)
        {
            var address = $"{prefix}/{set.Id}";
            paths[address] = OpenApiDocument.Path($"tileset_{id}_{set.Id}", $"{title}: the tileset {set.Id}", [.. Forms(), .. Copies()], Links.Json);
            paths[$"{address}/tilejson"] = OpenApiDocument.Path($"tilejson_{id}_{set.Id}", $"{title}: TileJSON", [.. Forms(), .. Copies()], Links.Json);
            paths[$"{address}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"] = OpenApiDocument.Path(
                $"tile_{id}_{set.Id}", $"{title}: a vector tile", OpenApiOperation.Tile, [InPath("tileMatrix", Matrix(set)), InPath("tileRow", Number()), InPath("tileCol", Number()), OpenApiDocument.Form("mvt"), .. Copies()], TileResponse.MediaType);
        }
    }

    private static JsonObject[] Forms() => [OpenApiDocument.Form("json"), OpenApiDocument.Lang()];

    /// <summary>A tile has its place: what selects of items selects here too, but for a rectangle.</summary>
    private static IEnumerable<JsonObject> Filters(CollectionDefinition collection, PlanCatalogue catalogue) =>
        OpenApiDocument.Selection(collection, catalogue).Where(parameter => (string)parameter["name"]! is not ("bbox" or "bbox-crs"));

    /// <summary>A tile matrix is named, not numbered (OGC 17-083r4), though here the names are the zooms.</summary>
    private static JsonObject Matrix(TileMatrixSet set) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. Enumerable.Range(0, set.MaximumZoom + 1).Select(zoom => (JsonNode)zoom.ToString(CultureInfo.InvariantCulture))]),
    };

    private static JsonObject Number() => new() { ["type"] = "integer", ["minimum"] = 0 };

    private static JsonObject Names(IReadOnlyList<CollectionDefinition> collections) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. collections.Select(collection => (JsonNode)collection.Id)]) },
    };

    private static JsonObject Place(string name, string description)
    {
        var parameter = OpenApiDocument.Query(name, description, new JsonObject { ["type"] = "number" });
        parameter["required"] = true;
        return parameter;
    }

    private static JsonObject InPath(string name, JsonObject schema) => new()
    {
        ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = schema,
    };
}
