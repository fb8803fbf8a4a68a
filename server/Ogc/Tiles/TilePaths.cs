using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The addresses of tiles in the OpenAPI document.</summary>
public static class TilePaths
{
    public static void AddTo(JsonObject paths, PlanCatalogue catalogue)
    {
        paths["/tileMatrixSets"] = OpenApiDocument.Path("tile_matrix_sets", "The tile matrix sets", [], Links.Json);
        foreach (var set in TileMatrixSet.All)
        {
            paths[$"/tileMatrixSets/{set.Id}"] = OpenApiDocument.Path($"tile_matrix_set_{set.Id}", set.Title, [], Links.Json);
        }

        Add(paths, "/tiles", "all", "All collections", [OpenApiDocument.Query("collections", "Which collections, between commas; all when it is not given", Names(catalogue))]);
        foreach (var collection in catalogue.Collections)
        {
            Add(paths, $"/collections/{collection.Id}/tiles", collection.TableName, collection.Title.En, []);
            paths[$"/collections/{collection.Id}/identify"] = OpenApiDocument.Path(
                $"identify_{collection.TableName}", $"{collection.Title.En}: what stands at a place", [Place("x", "Longitude"), Place("y", "Latitude"), Place("z", "The zoom at which one looks")], Links.GeoJson);
        }
    }

    private static void Add(JsonObject paths, string prefix, string id, string title, JsonObject[] parameters)
    {
        JsonObject[] Copies() => [.. parameters.Select(parameter => (JsonObject)parameter.DeepClone())];
        paths[prefix] = OpenApiDocument.Path($"tilesets_{id}", $"{title}: tilesets", Copies(), Links.Json);
        foreach (var set in TileMatrixSet.All)
        {
            var address = $"{prefix}/{set.Id}";
            paths[address] = OpenApiDocument.Path($"tileset_{id}_{set.Id}", $"{title}: the tileset {set.Id}", Copies(), Links.Json);
            paths[$"{address}/tilejson"] = OpenApiDocument.Path($"tilejson_{id}_{set.Id}", $"{title}: TileJSON", Copies(), Links.Json);
            paths[$"{address}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"] = OpenApiDocument.Path(
                $"tile_{id}_{set.Id}", $"{title}: a vector tile; the filters of items work here too", [InPath("tileMatrix"), InPath("tileRow"), InPath("tileCol"), .. Copies()], TileResponse.MediaType);
        }
    }

    private static JsonObject Names(PlanCatalogue catalogue) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. catalogue.Collections.Select(collection => (JsonNode)collection.Id)]) },
    };

    private static JsonObject Place(string name, string description)
    {
        var parameter = OpenApiDocument.Query(name, description, new JsonObject { ["type"] = "number" });
        parameter["required"] = true;
        return parameter;
    }

    private static JsonObject InPath(string name) => new()
    {
        ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
    };
}
