using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages;

/// <summary>The place of a feature within the zone, as a picture that needs neither script nor network.</summary>
public static class FeatureMap
{
    private const string Radius = "9";

    public static void Draw(Html html, JsonNode? geometry, JsonNode? outline, string name, PageWords words) =>
        Draw(html, geometry, null, outline, new MapDrawing([geometry, outline]), name, words);

    /// <summary>The same upon a map that several pictures share, with the place that it had before.</summary>
    public static void Draw(Html html, JsonNode? geometry, JsonNode? before, JsonNode? outline, MapDrawing map, string name, PageWords words)
    {
        if (geometry is null && before is null && outline is null)
        {
            return;
        }

        var says = geometry is null ? words["map.none"] : words.Say("map", name);
        html.Element("svg", () =>
        {
            html.Element("title", says);
            if (outline is not null)
            {
                html.Element("path", "", ("class", "zone"), ("d", map.Path(outline)));
            }

            Place(html, before, map, "before ");
            Place(html, geometry, map, "");
        }, ("class", "map"), ("role", "img"), ("aria-label", says), ("viewBox", map.ViewBox));
    }

    private static void Place(Html html, JsonNode? geometry, MapDrawing map, string when)
    {
        if (geometry is not null && MapDrawing.IsPoint(geometry))
        {
            foreach (var (x, y) in map.Points(geometry))
            {
                html.Element("circle", "", ("class", $"{when}point"), ("cx", Number(x)), ("cy", Number(y)), ("r", Radius));
            }
        }
        else if (geometry is not null)
        {
            html.Element("path", "", ("class", $"{when}{(MapDrawing.IsArea(geometry) ? "area" : "line")}"), ("d", map.Path(geometry)));
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
