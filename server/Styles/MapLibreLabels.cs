using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>The names of a collection's features as a layer of MapLibre, and the numbers of cells.</summary>
public static class MapLibreLabels
{
    public static JsonObject? Of(CollectionDefinition collection, SymbolTable symbols, string language)
    {
        if (symbols.Layer(collection)?.Text("label") is not { } name || symbols.Label(name) is not { } label)
        {
            return null;
        }

        var (isPoint, isLine) = (collection.GeometryType == "Point", SymbolTable.KindOf(collection) == "line");
        var layout = new JsonObject
        {
            ["text-field"] = new JsonArray("case", new JsonArray("has", "count"), new JsonArray("to-string", new JsonArray("get", "count")), new JsonArray("coalesce", new JsonArray("get", $"name_{language}"), new JsonArray("get", "name_zh"), "")),
            ["text-font"] = new JsonArray("Noto Sans Regular"),
            ["text-size"] = label.Number("size") ?? 12,
            ["symbol-placement"] = isLine ? "line" : "point",
            ["symbol-sort-key"] = -(label.Number("priority") ?? 0),
        };
        if (isPoint)
        {
            layout["text-anchor"] = new JsonArray("case", new JsonArray("has", "count"), "center", "top");
            layout["text-offset"] = new JsonArray("case", new JsonArray("has", "count"), new JsonArray("literal", new JsonArray(0, 0)), new JsonArray("literal", new JsonArray(0, 0.9)));
        }

        if (symbols.IsHiddenAtFirst(collection))
        {
            layout["visibility"] = "none";
        }

        var layer = new JsonObject
        {
            ["id"] = $"{collection.Id}-names",
            ["type"] = "symbol",
            ["source"] = MapLibreStyle.Source,
            ["source-layer"] = collection.Id,
            ["layout"] = layout,
            ["paint"] = new JsonObject
            {
                ["text-color"] = symbols.Colour(label.Text("colour") ?? (symbols.Layer(collection)?.Text("tint") is { } tint ? $"{tint}-text" : "neutral")),
                ["text-halo-color"] = symbols.Colour("halo"),
                ["text-halo-width"] = Math.Min(2.5, (label.Number("halo") ?? 2) / 2),
            },
        };

        if ((label.Number("min_zoom") ?? symbols.Layer(collection)?.Number("min_zoom")) is { } zoom)
        {
            layer["minzoom"] = Math.Max(0, zoom - 1);
        }

        return layer;
    }
}
