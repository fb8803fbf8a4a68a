using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>The layers of a collection in a style of MapLibre, bottom to top: fills, then strokes one above the other, then signs and the cells that count.</summary>
public static class MapLibreLayers
{
    private const double LargestCell = 26;

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
                yield return Line(collection, symbols, rule.Strokes[level], $"line-{level}-{place}", Filter(rule, rules));
            }
        }

        foreach (var (rule, place) in rules.Select((rule, place) => (rule, place)).Where(entry => entry.rule.Mark is not null))
        {
            yield return Sign(collection, catalogue, symbols, rule.Mark!, $"sign-{place}", new JsonArray("all", new JsonArray("!", new JsonArray("has", "count")), (JsonNode?)Filter(rule, rules) ?? true));
        }

        if (collection.GeometryType == "Point")
        {
            yield return Cells(collection, symbols);
        }
    }

    private static JsonObject Layer(CollectionDefinition collection, SymbolTable symbols, string type, string id, JsonNode? filter, JsonObject paint, JsonObject? layout = null)
    {
        var layer = new JsonObject { ["id"] = $"{collection.Id}-{id}", ["type"] = type, ["source"] = MapLibreStyle.Source, ["source-layer"] = collection.Id };
        if (symbols.Layer(collection)?.Number("min_zoom") is { } zoom)
        {
            layer["minzoom"] = Math.Max(0, zoom - 1);
        }

        if (filter is not null)
        {
            layer["filter"] = filter;
        }

        layout ??= [];
        if (symbols.IsHiddenAtFirst(collection))
        {
            layout["visibility"] = "none";
        }

        layer["layout"] = layout;
        layer["paint"] = paint;
        return layer;
    }

    private static JsonObject Line(CollectionDefinition collection, SymbolTable symbols, StyleStroke stroke, string id, JsonNode? filter)
    {
        var paint = new JsonObject { ["line-color"] = stroke.Colour, ["line-opacity"] = stroke.Opacity, ["line-width"] = MapLibreStyle.Growing(stroke.Width) };
        if (stroke.Dash is { } dash)
        {
            // In widths of the line there, in pixels here.
            paint["line-dasharray"] = new JsonArray([.. dash.Select(length => (JsonNode)Math.Round(length / stroke.Width, 2))]);
        }

        return Layer(collection, symbols, "line", id, filter, paint, new() { ["line-join"] = "round", ["line-cap"] = stroke.Dash is null ? "round" : "butt" });
    }

    private static JsonObject Sign(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols, StyleMark mark, string id, JsonNode filter) => Layer(
        collection,
        symbols,
        "symbol",
        id,
        filter,
        new() { ["icon-color"] = ChainColour(collection, catalogue, symbols, mark.Outline == symbols.Colour("halo") ? mark.Fill : mark.Outline), ["icon-halo-color"] = symbols.Colour("halo"), ["icon-halo-width"] = mark.OutlineWidth },
        new() { ["icon-image"] = mark.Shape, ["icon-size"] = Math.Round(mark.Size / SpriteSheet.MarkPixels, 3), ["icon-allow-overlap"] = true });

    /// <summary>The shape is the status, the colour the chain, where a feature has one.</summary>
    private static JsonNode ChainColour(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols, string otherwise)
    {
        var chain = collection.ChainProperty is { } name ? collection.FindProperty(name) : null;
        if (chain is not { Type: PropertyType.Code, InTile: true })
        {
            return otherwise;
        }

        var match = new JsonArray("match", new JsonArray("get", chain.Name));
        foreach (var term in catalogue.Vocabularies[chain.Vocabulary!].Terms)
        {
            match.Add(term.Code);
            match.Add(symbols.Colour(term));
        }

        match.Add(otherwise);
        return match;
    }

    /// <summary>Far out a large collection is counted: a disc whose area is the number.</summary>
    private static JsonObject Cells(CollectionDefinition collection, SymbolTable symbols) => Layer(
        collection,
        symbols,
        "circle",
        "cells",
        new JsonArray("has", "count"),
        new()
        {
            ["circle-color"] = symbols.Colour("marker-ground"),
            ["circle-opacity"] = 0.9,
            ["circle-stroke-color"] = symbols.Colour("neutral"),
            ["circle-stroke-width"] = 2,
            ["circle-radius"] = new JsonArray("interpolate", new JsonArray("linear"), new JsonArray("sqrt", new JsonArray("get", "count")), 1, 5, 200, LargestCell),
        });

    private static JsonArray? Filter(StyleRule rule, IReadOnlyList<StyleRule> rules)
    {
        if (rule.Property is not null)
        {
            return new JsonArray("==", new JsonArray("get", rule.Property), rule.Value);
        }

        var others = rules.Where(other => other.Property is not null).ToList();
        return others.Count == 0 ? null : new JsonArray("!", new JsonArray("in", new JsonArray("get", others[0].Property), new JsonArray("literal", new JsonArray([.. others.Select(other => (JsonNode)other.Value!)]))));
    }
}
