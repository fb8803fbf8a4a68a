using System.Globalization;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>Symbols as QGIS writes them.</summary>
public static class QgisSymbol
{
    /// <summary>What QGIS calls the geometry of a collection.</summary>
    public static string GeometryOf(CollectionDefinition collection) => SymbolTable.KindOf(collection) switch { "area" => "Polygon", "line" => "Line", _ => "Point" };

    /// <summary>A symbol of some layers, the lowest first.</summary>
    public static XElement Symbol(string type, string name, IEnumerable<XElement> layers) =>
        new("symbol", new XAttribute("type", type), new XAttribute("name", name), new XAttribute("alpha", "1"), layers);

    public static XElement Layer(string kind, IEnumerable<(string Name, string Value)> options) => new(
        "layer",
        new XAttribute("class", kind),
        new XAttribute("enabled", "1"),
        new XElement("Option", new XAttribute("type", "Map"), options.Select(option =>
            new XElement("Option", new XAttribute("type", "QString"), new XAttribute("name", option.Name), new XAttribute("value", option.Value)))));

    /// <summary>A length without the digits that only a product of two fractions has.</summary>
    public static string Number(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);

    /// <summary>"#RRGGBB" as QGIS writes it: "r,g,b,a".</summary>
    public static string Rgba(string colour, double opacity)
    {
        var value = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(value >> 16) & 255},{(value >> 8) & 255},{value & 255},{Math.Round(255 * opacity)}");
    }
}
