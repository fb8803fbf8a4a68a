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
    /// <param name="sprite">The address of the signs, without suffix.</param>
    /// <param name="language">Of the names on the map.</param>
    public static JsonObject Of(PlanCatalogue catalogue, SymbolTable symbols, IEnumerable<CollectionDefinition> collections, string name, string tileJson, string sprite, string language)
    {
        var layers = new JsonArray(new JsonObject { ["id"] = "ground", ["type"] = "background", ["paint"] = new JsonObject { ["background-color"] = symbols.Colour("outside") } });
        var labels = new List<JsonObject>();
        foreach (var collection in collections)
        {
            foreach (var layer in MapLibreLayers.Of(collection, catalogue, symbols))
            {
                layers.Add(layer);
            }

            if (MapLibreLabels.Of(collection, symbols, language) is { } label)
            {
                labels.Add(label);
            }
        }

        // Names stand above everything, those of the first layers last, so that they have their place first.
        foreach (var label in labels)
        {
            layers.Add(label);
        }

        var bounds = catalogue.Product.Bbox;
        return new JsonObject
        {
            ["version"] = 8,
            ["name"] = name,
            ["center"] = new JsonArray((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2),
            ["zoom"] = DrawnAtZoom - 1,
            ["sources"] = new JsonObject { [Source] = new JsonObject { ["type"] = "vector", ["url"] = tileJson } },
            ["sprite"] = sprite,
            ["layers"] = layers,
        };
    }

    /// <summary>A length that grows with the zoom as the map of the product does.</summary>
    public static JsonArray Growing(double pixels) => new(
        "interpolate", new JsonArray("exponential", 1.4), new JsonArray("zoom"), 8, Math.Round(pixels * 0.4, 3), DrawnAtZoom, pixels, 16, Math.Round(pixels * 1.7, 3));
}
