using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>The names of a collection's features as a layer of MapLibre.</summary>
public static class MapLibreLabels
{
    private const double BoldFrom = 600;

    /// <summary>Which names have their place before others: the greater first. Null for a collection whose features are not named.</summary>
    public static double? PriorityOf(CollectionDefinition collection, SymbolTable symbols) => LookOf(collection, symbols) is { } look ? look.Number("priority") ?? 0 : null;

    public static JsonObject Of(CollectionDefinition collection, SymbolTable symbols, string language)
    {
        var (entry, label) = (symbols.Layer(collection)!.Value, LookOf(collection, symbols)!.Value);
        var (isLine, size) = (SymbolTable.KindOf(collection) == "line", label.Number("size") ?? 12);
        var layout = new JsonObject
        {
            ["text-field"] = new JsonArray("coalesce", new JsonArray("get", $"name_{language}"), new JsonArray("get", "name_zh"), ""),
            ["text-font"] = MapLibreStyle.Font(label.Number("weight") >= BoldFrom),
            ["text-size"] = size,
            ["symbol-placement"] = isLine ? "line" : "point",
        };

        // Beside the sign or the badge of a feature, on whichever side there is room; in the middle of an area without one.
        var sign = 2 * entry.Number("radius") ?? entry.Number("size") ?? entry.Number("badge");
        if (!isLine)
        {
            layout["text-variable-anchor"] = (collection.GeometryType, sign) switch
            {
                ("Point", _) => new JsonArray("left", "top", "right", "bottom"),
                (_, null) => new JsonArray("center", "top", "bottom", "left", "right", "top-left", "top-right", "bottom-left", "bottom-right"),
                _ => new JsonArray("top", "bottom", "left", "right"),
            };
            layout["text-radial-offset"] = sign is { } width ? Math.Round(((width / 2) + 2) / size, 2) : 1;
            layout["text-justify"] = "auto";
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
                ["text-color"] = Colour(collection, symbols, label.Text("colour"), entry.Text("tint")),
                ["text-halo-color"] = symbols.Colour("halo"),
                ["text-halo-width"] = Math.Min(2.5, (label.Number("halo") ?? 2) / 2),
            },
        };
        if (collection.GeometryType == "Point")
        {
            layer["filter"] = new JsonArray("!", new JsonArray("has", "count"));
        }

        if (MapLibreStyle.MinZoom(label.Number("min_zoom"), entry.Number("min_zoom")) is { } zoom)
        {
            layer["minzoom"] = zoom;
        }

        MapLibreStyle.WriteOn(layer, collection);
        return layer;
    }

    private static System.Text.Json.JsonElement? LookOf(CollectionDefinition collection, SymbolTable symbols) =>
        symbols.Layer(collection)?.Text("label") is { } name ? symbols.Label(name) : null;

    /// <summary>Of the kind of name, or else of the family that its feature is drawn in.</summary>
    private static JsonNode Colour(CollectionDefinition collection, SymbolTable symbols, string? own, string? family)
    {
        if (own is not null || family is null)
        {
            return symbols.Colour(own ?? "neutral");
        }

        var tints = symbols.Tints(collection).SelectMany(tint => new JsonNode[] { tint.Key, symbols.Colour($"{tint.Value}-text") }).ToList();
        return tints.Count == 0 ? symbols.Colour($"{family}-text") : new JsonArray(["match", new JsonArray("get", "code"), .. tints, symbols.Colour($"{family}-text")]);
    }
}
