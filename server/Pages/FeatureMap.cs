using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages;

/// <summary>The place of a feature within the zone, as a picture that needs neither script nor network.</summary>
public static class FeatureMap
{
    private const string Radius = "9";

    public static void Draw(Html html, JsonNode? geometry, JsonNode? outline, string name, PageWords words)
    {
        if (geometry is null && outline is null)
        {
            return;
        }

        var map = new MapDrawing([geometry, outline]);
        var says = geometry is null ? words["map.none"] : words.Say("map", name);
        html.Element("svg", () =>
        {
            html.Element("title", says);
            if (outline is not null)
            {
                html.Element("path", "", ("class", "zone"), ("d", map.Path(outline)));
            }

            if (geometry is not null && MapDrawing.IsPoint(geometry))
            {
                foreach (var (x, y) in map.Points(geometry))
                {
                    html.Element("circle", "", ("class", "point"), ("cx", Number(x)), ("cy", Number(y)), ("r", Radius));
                }
            }
            else if (geometry is not null)
            {
                html.Element("path", "", ("class", MapDrawing.IsArea(geometry) ? "area" : "line"), ("d", map.Path(geometry)));
            }
        }, ("class", "map"), ("role", "img"), ("aria-label", says), ("viewBox", map.ViewBox));
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
