using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>
/// The map as a style of MapLibre (version 8) over our own vector tiles. Its zooms are one less than those of the catalogue,
/// because it counts tiles of 512 pixels. Names are drawn with fonts of the machine that draws: there are no glyphs to fetch.
/// </summary>
public static class MapLibreStyle
{
    public const string Source = "plan";

    private const double DrawnAtZoom = 11.4;

    /// <param name="catalogue">The words and the style table.</param>
    /// <param name="symbols">Under which theme.</param>
    /// <param name="collections">What is drawn, the lowest first.</param>
    /// <param name="name">What the style calls itself.</param>
    /// <param name="tileJson">The address of the tiles' description.</param>
    /// <param name="items">The address of the features of a collection, with no more than their names and numbers.</param>
    /// <param name="sprite">The address of the signs, without suffix.</param>
    /// <param name="language">Of the names on the map.</param>
    public static JsonObject Of(PlanCatalogue catalogue, SymbolTable symbols, IEnumerable<CollectionDefinition> collections, string name, string tileJson, Func<CollectionDefinition, string> items, string sprite, string language)
    {
        var layers = new JsonArray(new JsonObject { ["id"] = "ground", ["type"] = "background", ["paint"] = new JsonObject { ["background-color"] = symbols.Colour("outside") } });
        var drawn = collections.ToList();
        var named = drawn.Where(collection => MapLibreLabels.PriorityOf(collection, symbols) is not null).OrderBy(collection => MapLibreLabels.PriorityOf(collection, symbols));

        // The topmost layer has its places first: signs, which are obstacles to names, then the names that matter most.
        Add(drawn, collection => MapLibreLayers.Of(collection, catalogue, symbols));
        Add(named, collection => [MapLibreLabels.Of(collection, symbols, language)]);
        Add(drawn, collection => MapLibreSigns.Of(collection, catalogue, symbols));

        var sources = new JsonObject { [Source] = new JsonObject { ["type"] = "vector", ["url"] = tileJson } };
        foreach (var collection in drawn.Where(collection => layers.Any(layer => (string?)layer!["source"] == SourceOf(collection))))
        {
            sources[SourceOf(collection)] = Whole(items(collection));
        }

        var bounds = catalogue.Product.Bbox;
        return new JsonObject
        {
            ["version"] = 8,
            ["name"] = name,
            ["center"] = new JsonArray((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2),
            ["zoom"] = DrawnAtZoom - 1,
            ["sources"] = sources,
            ["sprite"] = sprite,
            ["layers"] = layers,
        };

        void Add(IEnumerable<CollectionDefinition> some, Func<CollectionDefinition, IEnumerable<JsonObject>> layersOf)
        {
            foreach (var (collection, layer) in some.SelectMany(collection => layersOf(collection).Select(layer => (collection, layer))))
            {
                // Hidden among others only: a style of one collection is there to show it.
                if (drawn.Count > 1 && symbols.IsHiddenAtFirst(collection))
                {
                    layer["layout"]!["visibility"] = "none";
                }

                layers.Add(layer);
            }
        }
    }

    /// <summary>
    /// What a name or a number is written on: of an area the whole, because an area that tiles cut has its name in each of
    /// them; of lines and points the tile.
    /// </summary>
    public static void WriteOn(JsonObject layer, CollectionDefinition collection)
    {
        if (SymbolTable.KindOf(collection) == "area")
        {
            layer["source"] = SourceOf(collection);
            layer.Remove("source-layer");
        }
    }

    private static string SourceOf(CollectionDefinition collection) => $"{collection.Id}-whole";

    /// <summary>Features as MapLibre cuts them itself: not finer than this zoom, and with as much around a tile as it allows, each area has its middle in one tile only.</summary>
    private static JsonObject Whole(string address) => new() { ["type"] = "geojson", ["data"] = address, ["maxzoom"] = 10, ["buffer"] = 512 };

    /// <summary>The greater of two zooms of the catalogue, as MapLibre counts them; null when there is none.</summary>
    public static double? MinZoom(double? one, double? other) => one is null && other is null ? null : Math.Max(0, Math.Max(one ?? 0, other ?? 0) - 1);

    public static JsonArray Font(bool isBold) => new(isBold ? "Noto Sans Bold" : "Noto Sans Regular");

    /// <summary>A length that grows with the zoom as the map of the product does.</summary>
    public static JsonArray Growing(double pixels) => new(
        "interpolate", new JsonArray("exponential", 1.4), new JsonArray("zoom"), 8, Math.Round(pixels * 0.4, 3), DrawnAtZoom, pixels, 16, Math.Round(pixels * 1.7, 3));
}
