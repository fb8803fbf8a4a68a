using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>The layers of a collection in a style of MapLibre, bottom to top: fills, then strokes one above the other, then the discs of cells that are counted.</summary>
public static class MapLibreLayers
{
    /// <summary>To the size of a head: how large its sign on the line is, and how far from the next.</summary>
    private const double WaysSize = 0.8;
    private const double WaysEvery = 4;

    public static IEnumerable<JsonObject> Of(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols)
    {
        var rules = StyleRules.Of(collection, catalogue, symbols);
        foreach (var (rule, place) in rules.Select((rule, place) => (rule, place)).Where(entry => entry.rule.Fill is { } fill && (fill.Opacity > 0 || fill.Hatch is not null)))
        {
            yield return Layer(collection, symbols, "fill", $"fill-{place}", Filter(rule, rules), new() { ["fill-color"] = rule.Fill!.Colour, ["fill-opacity"] = rule.Fill.Opacity });
            if (rule.Fill.Hatch is { } hatch)
            {
                yield return Layer(collection, symbols, "fill", $"hatch-{place}", Filter(rule, rules), new() { ["fill-pattern"] = SpriteSheet.HatchName(hatch), ["fill-opacity"] = 0.5 });
            }
        }

        for (var level = 0; level < rules.Max(rule => rule.Strokes.Count); level++)
        {
            foreach (var (rule, place) in rules.Select((rule, place) => (rule, place)).Where(entry => entry.rule.Strokes.Count > level))
            {
                yield return Line(collection, symbols, rule.Strokes[level], $"line-{level}-{place}", Filter(rule, rules), rule.MinZoom);
            }
        }

        foreach (var (rule, place) in rules.Select((rule, place) => (rule, place)).Where(entry => entry.rule.Heads is not null))
        {
            yield return BothWays(collection, symbols, rule.Heads!, $"ways-{place}", Filter(rule, rules));
        }

        if (collection.GeometryType == "Point")
        {
            yield return MapLibreCells.Discs(collection, symbols);
        }
    }

    internal static JsonObject Layer(
        CollectionDefinition collection, SymbolTable symbols, string type, string id, JsonNode? filter, JsonObject paint, JsonObject? layout = null, double? minZoom = null, bool isAtEveryZoom = false)
    {
        var layer = new JsonObject { ["id"] = $"{collection.Id}-{id}", ["type"] = type, ["source"] = MapLibreStyle.Source, ["source-layer"] = collection.Id };
        if (!isAtEveryZoom && MapLibreStyle.MinZoom(symbols.Layer(collection)?.Number("min_zoom"), minZoom) is { } zoom)
        {
            layer["minzoom"] = zoom;
        }

        if (filter is not null)
        {
            layer["filter"] = filter;
        }

        layer["layout"] = layout ?? [];
        layer["paint"] = paint;
        return layer;
    }

    private static JsonObject Line(CollectionDefinition collection, SymbolTable symbols, StyleStroke stroke, string id, JsonNode? filter, double? minZoom)
    {
        var paint = new JsonObject { ["line-color"] = stroke.Colour, ["line-opacity"] = stroke.Opacity, ["line-width"] = MapLibreStyle.Growing(stroke.Width) };
        if (stroke.Dash is { } dash)
        {
            // In widths of the line there, in pixels here.
            paint["line-dasharray"] = new JsonArray([.. dash.Select(length => (JsonNode)Math.Round(length / stroke.Width, 2))]);
        }

        return Layer(collection, symbols, "line", id, filter, paint, new() { ["line-join"] = "round", ["line-cap"] = stroke.Dash is null ? "round" : "butt" }, minZoom);
    }

    /// <summary>MapLibre cannot tell the end of a line from the edge of a tile: signs that point both ways stand on the line in place of heads.</summary>
    private static JsonObject BothWays(CollectionDefinition collection, SymbolTable symbols, StyleHeads heads, string id, JsonNode? filter) => Layer(
        collection,
        symbols,
        "symbol",
        id,
        filter,
        new() { ["icon-color"] = heads.OnLine },
        new()
        {
            ["symbol-placement"] = "line",
            ["symbol-spacing"] = heads.Size * WaysEvery,
            ["icon-image"] = StyleMark.BothWays,
            ["icon-size"] = Math.Round(heads.Size * WaysSize / SpriteSheet.MarkPixels, 3),
            ["icon-allow-overlap"] = true,
            ["icon-ignore-placement"] = true,
        });

    /// <summary>The features of a rule; those of the last, that no other rule takes.</summary>
    internal static JsonArray? Filter(StyleRule rule, IReadOnlyList<StyleRule> rules)
    {
        if (rule.Property is not null)
        {
            return new JsonArray("==", new JsonArray("get", rule.Property), rule.Value);
        }

        var others = rules.Where(other => other.Property is not null).ToList();
        return others.Count == 0 ? null : new JsonArray("!", new JsonArray("in", new JsonArray("get", others[0].Property), new JsonArray("literal", new JsonArray([.. others.Select(other => (JsonNode)other.Value!)]))));
    }
}
