using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Export;

/// <summary>One plain symbol of QGIS for a collection, in the colours of the map (catalogue/symbols.json, light).</summary>
public static class QgisSymbol
{
    private const string Neutral = "#46505E";

    private enum Shape
    {
        Point,
        Line,
        Polygon,
    }

    /// <summary>What QGIS calls the geometry of a collection.</summary>
    public static string GeometryOf(CollectionDefinition collection) => ShapeOf(collection).ToString();

    public static XElement Renderer(CollectionDefinition collection, PlanCatalogue catalogue)
    {
        var (shape, style) = (ShapeOf(collection), Style(collection, catalogue));
        var (fill, line) = (Colour(style, catalogue, "fill", "tint"), Colour(style, catalogue, "line", "tint", "fill"));
        var opacity = style is { } known && known.TryGetProperty("fill_opacity", out var given) ? given.GetDouble() : shape == Shape.Polygon ? 0 : 1;
        var (type, layer, options) = shape switch
        {
            Shape.Polygon => ("fill", "SimpleFill", new[] { ("color", Rgba(fill, opacity)), ("outline_color", Rgba(line, 1)), ("outline_width", "0.4"), ("style", "solid") }),
            Shape.Line => ("line", "SimpleLine", [("line_color", Rgba(line, 1)), ("line_width", "0.7"), ("line_style", "solid")]),
            _ => ("marker", "SimpleMarker", [("name", "circle"), ("color", Rgba(fill, 1)), ("outline_color", Rgba("#FFFFFF", 1)), ("size", "3")]),
        };
        return new XElement(
            "renderer-v2",
            new XAttribute("type", "singleSymbol"),
            new XElement("symbols", new XElement("symbol", new XAttribute("type", type), new XAttribute("name", "0"), new XAttribute("alpha", "1"),
                new XElement("layer", new XAttribute("class", layer), new XAttribute("enabled", "1"),
                    new XElement("Option", new XAttribute("type", "Map"), options.Select(option =>
                        new XElement("Option", new XAttribute("type", "QString"), new XAttribute("name", option.Item1), new XAttribute("value", option.Item2))))))));
    }

    private static Shape ShapeOf(CollectionDefinition collection) =>
        collection.GeometryType.EndsWith("Polygon", StringComparison.Ordinal) ? Shape.Polygon
        : collection.GeometryType.EndsWith("LineString", StringComparison.Ordinal) ? Shape.Line
        : Shape.Point;

    private static JsonElement? Style(CollectionDefinition collection, PlanCatalogue catalogue) =>
        catalogue.Symbols is { } symbols && symbols.GetProperty("layers").TryGetProperty(collection.Id, out var style) ? style : null;

    /// <summary>The colour of the first of these keys that the style names.</summary>
    private static string Colour(JsonElement? style, PlanCatalogue catalogue, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (style is { } known && known.TryGetProperty(key, out var name) && name.ValueKind == JsonValueKind.String
                && catalogue.Symbols!.Value.GetProperty("palette").GetProperty("light").TryGetProperty(name.GetString()!, out var colour))
            {
                return colour.GetString()!;
            }
        }

        return Neutral;
    }

    /// <summary>"#RRGGBB" as QGIS writes it: "r,g,b,a".</summary>
    private static string Rgba(string colour, double opacity)
    {
        var value = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(value >> 16) & 255},{(value >> 8) & 255},{value & 255},{Math.Round(255 * opacity)}");
    }
}
