using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>
/// The signs of a style on one picture: the shapes of plan statuses, the catalogue's own among them, as distances to their edge, which a map paints in any
/// colour and size, and hatches in the colours that the rules ask for.
/// </summary>
/// <param name="Json">Where each sign is, as MapLibre reads it.</param>
/// <param name="Picture">PNG.</param>
public sealed record SpriteSheet(JsonObject Json, byte[] Picture)
{
    /// <summary>The width of a sign in a picture of one pixel a point.</summary>
    public const int MarkPixels = 24;

    private const int Around = 8;
    private const int Cell = MarkPixels + (2 * Around);
    private const int HatchPixels = 8;

    /// <summary>How far from an edge distances are told, and which value the edge has: MapLibre reads them so.</summary>
    private const double Reach = 8;
    private const double Edge = 0.75;

    public static string HatchName(string colour) => $"hatch-{colour.TrimStart('#')}";

    /// <param name="catalogue">With the style table.</param>
    /// <param name="symbols">Under which theme.</param>
    /// <param name="ratio">Pixels a point: 1, or 2 for sharp screens.</param>
    public static SpriteSheet Of(PlanCatalogue catalogue, SymbolTable symbols, int ratio)
    {
        var hatches = catalogue.Collections.SelectMany(collection => StyleRules.Of(collection, catalogue, symbols)).Select(rule => rule.Fill?.Hatch).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var outlines = symbols.MarkerOutlines();
        string[] shapes = [.. StyleMark.Shapes.Union(outlines.Keys), StyleMark.BothWays];
        var (width, height) = (shapes.Length * Cell * ratio, (Cell + HatchPixels) * ratio);
        var (rgba, json) = (new byte[width * height * 4], new JsonObject());
        foreach (var (shape, place) in shapes.Select((shape, place) => (shape, place)))
        {
            json[shape] = Entry(place * Cell * ratio, 0, Cell * ratio, ratio, isDistance: true);
            for (var at = 0; at < Cell * ratio * Cell * ratio; at++)
            {
                var (x, y) = (at % (Cell * ratio), at / (Cell * ratio));
                var distance = MarkShape.Distance(shape, Centred(x, ratio), Centred(y, ratio), outlines.GetValueOrDefault(shape)) * MarkPixels / 2;
                var alpha = Math.Clamp(Edge - (distance / Reach), 0, 1);
                rgba[((((y * width) + (place * Cell * ratio) + x) * 4) + 3)] = (byte)Math.Round(255 * alpha);
            }
        }

        foreach (var (colour, place) in hatches.Select((colour, place) => (colour, place)))
        {
            json[HatchName(colour)] = Entry(place * HatchPixels * ratio, Cell * ratio, HatchPixels * ratio, ratio, isDistance: false);
            Hatch(rgba.AsSpan(), width, place * HatchPixels * ratio, Cell * ratio, ratio, colour);
        }

        return new SpriteSheet(json, Png.Write(width, height, rgba));
    }

    /// <summary>A pixel in radii of the sign, from its middle.</summary>
    private static double Centred(int pixel, int ratio) => (((pixel + 0.5) / ratio) - (Cell / 2.0)) / (MarkPixels / 2.0);

    private static JsonObject Entry(int x, int y, int size, int ratio, bool isDistance)
    {
        var entry = new JsonObject { ["x"] = x, ["y"] = y, ["width"] = size, ["height"] = size, ["pixelRatio"] = ratio };
        if (isDistance)
        {
            entry["sdf"] = true;
        }

        return entry;
    }

    private static void Hatch(Span<byte> rgba, int width, int left, int top, int ratio, string colour)
    {
        var value = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var side = HatchPixels * ratio;
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var pixel = rgba.Slice((((top + y) * width) + left + x) * 4, 4);
                (pixel[0], pixel[1], pixel[2], pixel[3]) = ((byte)(value >> 16), (byte)(value >> 8), (byte)value, (byte)((x + y) % side < ratio ? 255 : 0));
            }
        }
    }
}
