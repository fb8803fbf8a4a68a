using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>
/// What stands above names and is never left out for want of room: the signs of points with their character, the numbers
/// of areas, and how many a counted cell has. MapLibre places its topmost layers first, so that names keep off them.
/// </summary>
public static class MapLibreSigns
{
    /// <summary>Of a character in a sign, and of a number in a badge, to the width of it.</summary>
    private const double CharacterSize = 0.575;
    private const double NumberSize = 0.66;

    public static IEnumerable<JsonObject> Of(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols)
    {
        var rules = StyleRules.Of(collection, catalogue, symbols);
        foreach (var (rule, place) in rules.Select((rule, place) => (rule, place)).Where(entry => entry.rule.Mark is not null))
        {
            yield return Sign(collection, catalogue, symbols, rule.Mark!, $"sign-{place}", new JsonArray("all", new JsonArray("!", new JsonArray("has", "count")), (JsonNode?)MapLibreLayers.Filter(rule, rules) ?? true));
        }

        if (symbols.Layer(collection)?.Number("badge") is { } size && collection.FindProperty("number") is { InTile: true })
        {
            yield return Badge(collection, symbols, size);
        }

        if (collection.GeometryType == "Point")
        {
            yield return MapLibreCells.Numbers(collection, symbols);
        }
    }

    private static JsonObject Sign(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols, StyleMark mark, string id, JsonNode filter)
    {
        var own = mark.Outline == symbols.Colour("halo") ? mark.Fill : mark.Outline;
        var layout = new JsonObject { ["icon-image"] = mark.Shape, ["icon-size"] = Math.Round(mark.Size / SpriteSheet.MarkPixels, 3), ["icon-allow-overlap"] = true };
        var paint = new JsonObject { ["icon-color"] = ColourOf(collection, catalogue, symbols, own), ["icon-halo-color"] = symbols.Colour("halo"), ["icon-halo-width"] = mark.OutlineWidth };
        if (CharacterOf(collection, catalogue, symbols) is { } character)
        {
            // A sign is painted in one colour: what is full has its character in that of the ground.
            var isFull = mark.Shape is not ("ring" or "half-square");
            layout["text-field"] = character;
            layout["text-font"] = MapLibreStyle.Font(isBold: true);
            layout["text-size"] = Math.Round(mark.Size * CharacterSize, 1);
            layout["text-allow-overlap"] = true;
            layout["text-optional"] = true;
            paint["text-color"] = isFull ? symbols.Colour("marker-ground") : ColourOf(collection, catalogue, symbols, own);
            paint["text-halo-color"] = symbols.Colour("halo");
            paint["text-halo-width"] = isFull ? 0 : 1.2;
        }

        return MapLibreLayers.Layer(collection, symbols, "symbol", id, filter, paint, layout);
    }

    private static JsonObject Badge(CollectionDefinition collection, SymbolTable symbols, double size)
    {
        var paint = new JsonObject { ["icon-color"] = symbols.Colour("badge"), ["icon-halo-color"] = symbols.Colour("halo"), ["icon-halo-width"] = 1, ["text-color"] = symbols.Colour("badge-text") };
        var layout = new JsonObject
        {
            ["icon-image"] = "disc",
            ["icon-size"] = Math.Round(size / SpriteSheet.MarkPixels, 3),
            ["icon-allow-overlap"] = true,
            ["text-field"] = new JsonArray("to-string", new JsonArray("get", "number")),
            ["text-font"] = MapLibreStyle.Font(isBold: true),
            ["text-size"] = Math.Round(size * NumberSize, 1),
            ["text-allow-overlap"] = true,
        };
        var badge = MapLibreLayers.Layer(collection, symbols, "symbol", "badge", new JsonArray("has", "number"), paint, layout);
        MapLibreStyle.WriteOn(badge, collection);
        return badge;
    }

    /// <summary>The shape is the status, the colour the chain, where a feature has one.</summary>
    private static JsonNode ColourOf(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols, string otherwise) =>
        Chain(collection) is { } chain
            ? Match(chain.Name, catalogue.Vocabularies[chain.Vocabulary!].Terms.Select(term => (term.Code, symbols.Colour(term))), otherwise)
            : otherwise;

    /// <summary>Of the chain, or else of the kind, or else of the collection.</summary>
    private static JsonNode? CharacterOf(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols)
    {
        var property = Chain(collection) ?? collection.Properties.FirstOrDefault(one => one is { Type: PropertyType.Code, InTile: true } && HasCharacters(catalogue.Vocabularies[one.Vocabulary!]));
        var ofAll = symbols.Layer(collection)?.Text("char");
        return property is null
            ? ofAll
            : Match(property.Name, catalogue.Vocabularies[property.Vocabulary!].Terms.Where(term => term.Text("char") is not null).Select(term => (term.Code, term.Text("char")!)), ofAll ?? "");
    }

    private static bool HasCharacters(Vocabulary vocabulary) => vocabulary.Terms.Any(term => term.Text("char") is not null);

    private static PropertyDefinition? Chain(CollectionDefinition collection) =>
        collection.ChainProperty is { } name && collection.FindProperty(name) is { Type: PropertyType.Code, InTile: true } chain ? chain : null;

    private static JsonNode Match(string property, IEnumerable<(string Code, string Value)> cases, string otherwise)
    {
        var known = cases.ToList();
        return known.Count == 0 ? otherwise : new JsonArray(["match", new JsonArray("get", property), .. known.SelectMany(one => new JsonNode[] { one.Code, one.Value }), otherwise]);
    }
}
