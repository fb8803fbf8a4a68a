using System.Globalization;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>Symbols as QGIS writes them, and one plain symbol for a collection in the colours of the map (light).</summary>
public static class QgisSymbol
{
    /// <summary>What QGIS calls the geometry of a collection.</summary>
    public static string GeometryOf(CollectionDefinition collection) => SymbolTable.KindOf(collection) switch { "area" => "Polygon", "line" => "Line", _ => "Point" };

    public static XElement Renderer(CollectionDefinition collection, PlanCatalogue catalogue)
    {
        var symbols = new SymbolTable(catalogue, SymbolTable.Light);
        var (kind, style) = (SymbolTable.KindOf(collection), symbols.Layer(collection));
        string Colour(params ReadOnlySpan<string> members)
        {
            foreach (var member in members)
            {
                if (style?.Text(member) is { } name)
                {
                    return symbols.Colour(name);
                }
            }

            return symbols.Colour("neutral");
        }

        var (fill, line) = (Colour("fill", "tint"), Colour("line", "tint", "fill"));
        var opacity = style?.Number("fill_opacity") ?? (kind == "area" ? 0 : 1);
        var (type, layer) = kind switch
        {
            "area" => ("fill", Layer("SimpleFill", [("color", Rgba(fill, opacity)), ("outline_color", Rgba(line, 1)), ("outline_width", "0.4"), ("style", "solid")])),
            "line" => ("line", Layer("SimpleLine", [("line_color", Rgba(line, 1)), ("line_width", "0.7"), ("line_style", "solid")])),
            _ => ("marker", Layer("SimpleMarker", [("name", "circle"), ("color", Rgba(fill, 1)), ("outline_color", Rgba("#FFFFFF", 1)), ("size", "3")])),
        };
        return new XElement("renderer-v2", new XAttribute("type", "singleSymbol"), new XElement("symbols", Symbol(type, "0", [layer])));
    }

    /// <summary>A symbol of some layers, the lowest first.</summary>
    public static XElement Symbol(string type, string name, IEnumerable<XElement> layers) =>
        new("symbol", new XAttribute("type", type), new XAttribute("name", name), new XAttribute("alpha", "1"), layers);

    public static XElement Layer(string kind, IEnumerable<(string Name, string Value)> options) => new(
        "layer",
        new XAttribute("class", kind),
        new XAttribute("enabled", "1"),
        new XElement("Option", new XAttribute("type", "Map"), options.Select(option =>
            new XElement("Option", new XAttribute("type", "QString"), new XAttribute("name", option.Name), new XAttribute("value", option.Value)))));

    /// <summary>"#RRGGBB" as QGIS writes it: "r,g,b,a".</summary>
    public static string Rgba(string colour, double opacity)
    {
        var value = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(value >> 16) & 255},{(value >> 8) & 255},{value & 255},{Math.Round(255 * opacity)}");
    }
}
