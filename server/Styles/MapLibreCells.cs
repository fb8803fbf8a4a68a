using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>Far out a large collection is counted, and at every zoom where it is crowded: a disc whose area is the number, and the number in it.</summary>
public static class MapLibreCells
{
    private const double LargestPixels = 32;
    private const double Reference = 1000;
    private const double TextPixels = 11.5;

    public static JsonObject Discs(CollectionDefinition collection, SymbolTable symbols) => MapLibreLayers.Layer(
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
            ["circle-radius"] = new JsonArray("max", LeastRadius(), new JsonArray("*", LargestPixels, new JsonArray("min", 1, new JsonArray("sqrt", new JsonArray("/", Count(), Reference))))),
        },
        isAtEveryZoom: true);

    public static JsonObject Numbers(CollectionDefinition collection, SymbolTable symbols) => MapLibreLayers.Layer(
        collection,
        symbols,
        "symbol",
        "numbers",
        new JsonArray("has", "count"),
        new() { ["text-color"] = symbols.Colour("point-text") },
        new()
        {
            ["text-field"] = new JsonArray("to-string", Count()),
            ["text-font"] = MapLibreStyle.Font(isBold: true),
            ["text-size"] = TextPixels,
            ["text-allow-overlap"] = true,
        },
        isAtEveryZoom: true);

    /// <summary>What one, two, three and more digits need.</summary>
    private static JsonArray LeastRadius() => new("step", Count(), 10.5, 10, 13, 100, 16, 1000, 20);

    private static JsonArray Count() => new("get", "count");
}
