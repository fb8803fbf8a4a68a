using System.Text;
using System.Xml.Linq;

namespace SpatialPlan.Server.Styles;

/// <summary>A sign of points as QGIS draws it: one of its own where it has the shape, else a drawing that the style carries.</summary>
public static class QgisMark
{
    public static XElement Of(StyleMark mark)
    {
        IEnumerable<(string, string)> common =
        [
            ("color", QgisSymbol.Rgba(mark.Fill, 1)),
            ("outline_color", QgisSymbol.Rgba(mark.Outline, 1)),
            ("outline_width", QgisSymbol.Number(mark.OutlineWidth)),
            ("outline_width_unit", "Pixel"),
            ("size_unit", "Pixel"),
        ];
        if (mark.Own is { } corners)
        {
            var reach = corners.Max(corner => Math.Max(Math.Abs(corner.X), Math.Abs(corner.Y)));
            return QgisSymbol.Layer("SvgMarker", [("name", $"base64:{Convert.ToBase64String(Encoding.UTF8.GetBytes(Drawing(corners, reach)))}"), ("size", QgisSymbol.Number(mark.Size * reach)), .. common]);
        }

        var shape = mark.Shape switch { "half-square" => "square", "diamond" => "diamond", "triangle" => "triangle", _ => "circle" };
        return QgisSymbol.Layer("SimpleMarker", [("name", shape), ("size", QgisSymbol.Number(mark.Size)), .. common]);
    }

    /// <summary>SVG in which QGIS puts colours and width; it takes the width of the drawing for the size.</summary>
    private static string Drawing(IReadOnlyList<(double X, double Y)> corners, double reach)
    {
        const int Half = 50;
        var points = string.Join(' ', corners.Select(corner => $"{QgisSymbol.Number(Math.Round(Half + (Half * corner.X / reach), 1))},{QgisSymbol.Number(Math.Round(Half + (Half * corner.Y / reach), 1))}"));
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * Half} {2 * Half}"><polygon points="{points}" fill="param(fill)" fill-opacity="param(fill-opacity)" stroke="param(outline)" stroke-width="param(outline-width)" stroke-linejoin="round"/></svg>""";
    }
}
