using System.Globalization;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>A collection as Styled Layer Descriptor 1.0 (OGC 02-070) or 1.1 with Symbology Encoding (05-078r4, 05-077r4). Lengths are pixels; what it cannot say of the map is in server/README.md.</summary>
public sealed class SldStyle
{
    private static readonly XNamespace Sld = "http://www.opengis.net/sld";
    private static readonly XNamespace Se = "http://www.opengis.net/se";
    private static readonly XNamespace Ogc = "http://www.opengis.net/ogc";

    private readonly bool isSe;
    private readonly XNamespace symbols;

    private SldStyle(bool isSe)
    {
        (this.isSe, symbols) = (isSe, isSe ? Se : Sld);
    }

    /// <param name="collection">What is styled.</param>
    /// <param name="rules">How.</param>
    /// <param name="isSe">Whether in version 1.1, else 1.0.</param>
    /// <param name="language">Of the titles.</param>
    public static string Of(CollectionDefinition collection, IReadOnlyList<StyleRule> rules, bool isSe, string language) => new SldStyle(isSe).Document(collection, rules, language);

    private string Document(CollectionDefinition collection, IReadOnlyList<StyleRule> rules, string language)
    {
        var style = new XElement(symbols + "FeatureTypeStyle", rules.Select(rule => Rule(rule, rules, language)));
        var root = new XElement(
            Sld + "StyledLayerDescriptor",
            new XAttribute("version", isSe ? "1.1.0" : "1.0.0"),
            new XAttribute(XNamespace.Xmlns + "ogc", Ogc),
            isSe ? new XAttribute(XNamespace.Xmlns + "se", Se) : null,
            new XElement(Sld + "NamedLayer",
                new XElement(symbols + "Name", collection.Id),
                new XElement(Sld + "UserStyle",
                    new XElement(symbols + "Name", collection.Id),
                    isSe ? new XElement(Se + "Description", new XElement(Se + "Title", collection.Title.In(language))) : new XElement(Sld + "Title", collection.Title.In(language)),
                    style)));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n";
    }

    private XElement Rule(StyleRule rule, IReadOnlyList<StyleRule> rules, string language)
    {
        var title = rule.Title.In(language);
        return new XElement(
            symbols + "Rule",
            new XElement(symbols + "Name", rule.Value ?? "default"),
            isSe ? new XElement(Se + "Description", new XElement(Se + "Title", title)) : new XElement(Sld + "Title", title),
            Condition(rule, rules),
            rule.MaxScaleDenominator is { } scale ? new XElement(symbols + "MaxScaleDenominator", Text(scale)) : null,
            rule.Mark is { } mark ? Point(mark) : rule.Fill is { } fill ? Area(fill, rule.Strokes) : rule.Strokes.Select(stroke => new XElement(symbols + "LineSymbolizer", Stroke(stroke))));
    }

    /// <summary>All others are those that are none of the rest: an ElseFilter would draw what a layer above it has drawn.</summary>
    private static XElement? Condition(StyleRule rule, IReadOnlyList<StyleRule> rules)
    {
        static XElement Equal(StyleRule one) => new(Ogc + "PropertyIsEqualTo", new XElement(Ogc + "PropertyName", one.Property), new XElement(Ogc + "Literal", one.Value));
        if (rule.Property is not null)
        {
            return new XElement(Ogc + "Filter", Equal(rule));
        }

        var others = rules.Where(other => other.Property is not null).Select(Equal).ToList();
        return others.Count switch
        {
            0 => null,
            1 => new XElement(Ogc + "Filter", new XElement(Ogc + "Not", others[0])),
            _ => new XElement(Ogc + "Filter", new XElement(Ogc + "Not", new XElement(Ogc + "Or", others))),
        };
    }

    private IEnumerable<XElement> Area(StyleFill fill, IReadOnlyList<StyleStroke> strokes)
    {
        yield return new XElement(symbols + "PolygonSymbolizer", new XElement(symbols + "Fill", Parameter("fill", fill.Colour), Parameter("fill-opacity", Text(fill.Opacity))));
        foreach (var stroke in strokes)
        {
            yield return new XElement(symbols + "LineSymbolizer", Stroke(stroke));
        }
    }

    private XElement Point(StyleMark mark)
    {
        var (name, rotation) = mark.Shape switch { "half-square" => ("square", 0), "diamond" => ("square", 45), "triangle" => ("triangle", 0), _ => ("circle", 0) };
        return new XElement(
            symbols + "PointSymbolizer",
            new XElement(
                symbols + "Graphic",
                new XElement(
                    symbols + "Mark",
                    new XElement(symbols + "WellKnownName", name),
                    new XElement(symbols + "Fill", Parameter("fill", mark.Fill)),
                    Stroke(new StyleStroke(mark.Outline, mark.Shape == "ring" ? mark.OutlineWidth + 1 : mark.OutlineWidth, 1, mark.Dash))),
                new XElement(symbols + "Size", Text(mark.Size)),
                rotation == 0 ? null : new XElement(symbols + "Rotation", rotation)));
    }

    private XElement Stroke(StyleStroke stroke) => new(
        symbols + "Stroke",
        Parameter("stroke", stroke.Colour),
        Parameter("stroke-width", Text(stroke.Width)),
        stroke.Opacity < 1 ? Parameter("stroke-opacity", Text(stroke.Opacity)) : null,
        stroke.Dash is { } dash ? Parameter("stroke-dasharray", string.Join(' ', dash.Select(Text))) : null);

    private XElement Parameter(string name, string value) => new(symbols + (isSe ? "SvgParameter" : "CssParameter"), new XAttribute("name", name), value);

    private static string Text(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);
}
