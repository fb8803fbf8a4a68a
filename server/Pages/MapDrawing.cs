using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Pages;

/// <summary>A small map without a script: GeoJSON in, paths of SVG or places of pixels out, north above, east and north to one scale.</summary>
public sealed class MapDrawing
{
    private const double Width = 720;
    private const double Margin = 24;
    private readonly double west;
    private readonly double north;
    private readonly double scale;
    private readonly (double East, double North) spread;
    private readonly double flattening;
    private readonly double left = Margin;
    private readonly double top = Margin;

    /// <param name="geometries">Everything that shall be seen; in longitude and latitude.</param>
    public MapDrawing(IEnumerable<JsonNode?> geometries)
    {
        var points = geometries.OfType<JsonNode>().SelectMany(geometry => Lines(geometry).SelectMany(line => line)).DefaultIfEmpty((0, 0)).ToList();
        (west, north) = (points.Min(point => point.X), points.Max(point => point.Y));
        var (east, south) = (points.Max(point => point.X), points.Min(point => point.Y));
        flattening = Math.Cos((north + south) / 2 * Math.PI / 180);
        spread = (east - west, north - south);
        scale = (Width - (2 * Margin)) / Math.Max((east - west) * flattening, 1e-6);
        Height = Math.Round(Math.Clamp(((north - south) * scale) + (2 * Margin), 4 * Margin, 2 * Width));
    }

    /// <param name="geometries">Everything that shall be seen; in longitude and latitude.</param>
    /// <param name="width">The width of the picture.</param>
    /// <param name="height">Its height; what shall be seen stands in the middle.</param>
    public MapDrawing(IEnumerable<JsonNode?> geometries, double width, double height)
        : this(geometries)
    {
        // The first drawing is as wide as can be: its own size says how much smaller or larger this one is.
        var high = spread.North * scale;
        var wide = spread.East * flattening * scale;
        var factor = Math.Min((width - (2 * Margin)) / Math.Max(wide, 1e-6), (height - (2 * Margin)) / Math.Max(high, 1e-6));
        scale *= factor;
        (left, top, Height) = ((width - (wide * factor)) / 2, (height - (high * factor)) / 2, height);
    }

    public double Height { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}");

    /// <summary>Lines and outlines as the d of a path; a ring closes by itself.</summary>
    public string Path(JsonNode geometry)
    {
        var path = new StringBuilder();
        var end = IsArea(geometry) ? "Z" : "";
        foreach (var line in Lines(geometry))
        {
            var points = line.Select(Place).Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:0.#} {place.Y:0.#}")).ToList();
            path.Append('M').AppendJoin('L', points).Append(end);
        }

        return path.ToString();
    }

    /// <summary>Where points stand on the map.</summary>
    public IEnumerable<(double X, double Y)> Points(JsonNode geometry) => Lines(geometry).SelectMany(line => line).Select(Place);

    /// <summary>Lines and rings as places on the map.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Pieces(JsonNode geometry) => [.. Lines(geometry).Select(line => line.ConvertAll(Place))];

    public static bool IsLine(JsonNode geometry) => ((string)geometry["type"]!).EndsWith("LineString", StringComparison.Ordinal);

    public static bool IsArea(JsonNode geometry) => ((string)geometry["type"]!).EndsWith("Polygon", StringComparison.Ordinal);

    public static bool IsPoint(JsonNode geometry) => ((string)geometry["type"]!).EndsWith("Point", StringComparison.Ordinal);

    private (double X, double Y) Place((double X, double Y) point) =>
        (left + ((point.X - west) * flattening * scale), top + ((north - point.Y) * scale));

    private static IEnumerable<List<(double X, double Y)>> Lines(JsonNode geometry) => Lines(geometry["coordinates"]!.AsArray());

    /// <summary>However deep the lists are: the deepest but one are lines.</summary>
    private static IEnumerable<List<(double X, double Y)>> Lines(JsonArray coordinates)
    {
        if (coordinates is [JsonValue, ..])
        {
            return [[Read(coordinates)]];
        }

        return coordinates is [JsonArray and [JsonValue, ..], ..]
            ? [[.. coordinates.Select(point => Read(point!.AsArray()))]]
            : coordinates.SelectMany(part => Lines(part!.AsArray()));
    }

    private static (double X, double Y) Read(JsonArray point) => ((double)point[0]!, (double)point[1]!);
}
