using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Ogc;

/// <summary>The addresses of styles in the OpenAPI document.</summary>
public static class StylePaths
{
    public static void AddTo(JsonObject paths)
    {
        paths["/styles"] = OpenApiDocument.Path("styles", "The styles: of the map in light and dark, and of each collection", [OpenApiDocument.Form("json"), OpenApiDocument.Lang()], Links.Json);
        paths["/styles/{styleId}"] = OpenApiDocument.Path("style", "A stylesheet, by f or Accept", [InPath("styleId"), Format(), OpenApiDocument.Lang()], [.. StyleFormat.All.Select(format => format.MediaType)]);
        paths["/styles/{styleId}/metadata"] = OpenApiDocument.Path("style_metadata", "What a style is of, and which languages it is written in", [InPath("styleId"), OpenApiDocument.Form("json"), OpenApiDocument.Lang()], Links.Json);
        paths["/styles/sprites/{file}"] = OpenApiDocument.Path("sprite", "The signs of a theme: light or dark, @2x for sharp screens, .json or .png", [InPath("file")], Links.Json, "image/png");
    }

    private static JsonObject Format() => OpenApiDocument.Query(
        "f", "The language of the style; a whole map is MapLibre only", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. StyleFormat.All.Select(format => (JsonNode)format.Name)]) });

    private static JsonObject InPath(string name) => new()
    {
        ["name"] = name, ["in"] = "path", ["required"] = true, ["style"] = "simple", ["schema"] = new JsonObject { ["type"] = "string" },
    };
}
