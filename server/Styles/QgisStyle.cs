using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>A collection as a style of QGIS (.qml): a renderer of rules, lengths in pixels.</summary>
public static class QgisStyle
{
    private const double HalfTurn = 180;

    public static string Of(CollectionDefinition collection, IReadOnlyList<StyleRule> rules, string language)
    {
        var document = new XElement("qgis", new XAttribute("version", "3.22.0"), new XAttribute("styleCategories", "Symbology"), Renderer(collection, rules, language));
        return $"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{document}\n";
    }

    /// <summary>The renderer alone, which a style and a layer definition share.</summary>
    public static XElement Renderer(CollectionDefinition collection, IReadOnlyList<StyleRule> rules, string language)
    {
        var type = SymbolTable.KindOf(collection) switch { "area" => "fill", "line" => "line", _ => "marker" };
        return new XElement(
            "renderer-v2",
            new XAttribute("type", "RuleRenderer"),
            new XAttribute("symbollevels", "0"),
            new XElement("rules", new XAttribute("key", "{0}"), rules.Select((rule, place) => Rule(rule, place, language))),
            new XElement("symbols", rules.Select((rule, place) => QgisSymbol.Symbol(type, QgisSymbol.Number(place), Layers(rule, type)))));
    }

    private static XElement Rule(StyleRule rule, int place, string language) => new(
        "rule",
        new XAttribute("key", $"{{{place + 1}}}"),
        new XAttribute("symbol", QgisSymbol.Number(place)),
        new XAttribute("label", rule.Title.In(language)),
        new XAttribute("filter", rule.Property is null ? "ELSE" : $"\"{rule.Property}\" = '{rule.Value}'"),
        rule.MaxScaleDenominator is { } scale ? new XAttribute("scalemaxdenom", QgisSymbol.Number(scale)) : null);

    private static IEnumerable<XElement> Layers(StyleRule rule, string type)
    {
        if (rule.Mark is { } mark)
        {
            yield return QgisMark.Of(mark);
        }

        if (type == "fill")
        {
            yield return QgisSymbol.Layer("SimpleFill", [("color", QgisSymbol.Rgba(rule.Fill?.Colour ?? "#FFFFFF", rule.Fill?.Opacity ?? 0)), ("outline_style", "no"), ("style", "solid")]);
            if (rule.Fill?.Hatch is { } hatch)
            {
                yield return QgisSymbol.Layer("SimpleFill", [("color", QgisSymbol.Rgba(hatch, 0.5)), ("outline_style", "no"), ("style", "b_diagonal")]);
            }
        }

        foreach (var stroke in rule.Strokes)
        {
            var dash = stroke.Dash is { } lengths ? new[] { ("use_custom_dash", "1"), ("customdash", string.Join(';', lengths.Select(QgisSymbol.Number))), ("customdash_unit", "Pixel") } : [];
            yield return QgisSymbol.Layer("SimpleLine", [("line_color", QgisSymbol.Rgba(stroke.Colour, stroke.Opacity)), ("line_width", QgisSymbol.Number(stroke.Width)), ("line_width_unit", "Pixel"), ("capstyle", "round"), ("joinstyle", "round"), .. dash]);
        }

        if (rule.Heads is { } heads)
        {
            yield return Head(heads, "lastvertex", 0);
            yield return Head(heads, "firstvertex", HalfTurn);
        }
    }

    /// <summary>A sign at one end of a line, turned with it.</summary>
    private static XElement Head(StyleHeads heads, string end, double turn)
    {
        var head = QgisSymbol.Layer("SimpleMarker", [("name", "filled_arrowhead"), ("color", QgisSymbol.Rgba(heads.Colour, 1)), ("outline_style", "no"), ("size", QgisSymbol.Number(heads.Size)), ("size_unit", "Pixel"), ("angle", QgisSymbol.Number(turn))]);
        var line = QgisSymbol.Layer("MarkerLine", [("placement", end), ("rotate", "1")]);
        line.Add(QgisSymbol.Symbol("marker", $"@{end}", [head]));
        return line;
    }
}
