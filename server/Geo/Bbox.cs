using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Geo;

/// <summary>A box in longitude and latitude that cannot be wrong; east of west unless it crosses the 180th meridian.</summary>
public sealed partial record Bbox
{
    private const double MaxLongitude = 180;
    private const double MaxLatitude = 90;

    private Bbox(double west, double south, double east, double north) => (West, South, East, North) = (west, south, east, north);

    public double West { get; }

    public double South { get; }

    public double East { get; }

    public double North { get; }

    /// <summary>The box as one or two boxes whose west is west of their east.</summary>
    public IReadOnlyList<Bbox> Parts =>
        West <= East ? [this] : [new(West, South, MaxLongitude, North), new(-MaxLongitude, South, East, North)];

    /// <summary>Reads "west,south,east,north", or six numbers with heights, which no feature has. Returns the code of the fault.</summary>
    public static string? TryParse(string text, out Bbox? bbox)
    {
        bbox = null;
        var parts = text.Split(',');
        if (parts.Length is not (4 or 6))
        {
            return "bbox-number-count";
        }

        if (!parts.All(part => Number().IsMatch(part)))
        {
            return "bbox-not-a-number";
        }

        var numbers = parts.Select(part => double.Parse(part, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
        if (!numbers.All(double.IsFinite))
        {
            return "bbox-not-a-number";
        }

        var (west, south, east, north) = numbers.Length == 4
            ? (numbers[0], numbers[1], numbers[2], numbers[3])
            : (numbers[0], numbers[1], numbers[3], numbers[4]);
        if (Math.Abs(south) > MaxLatitude || Math.Abs(north) > MaxLatitude)
        {
            return Math.Abs(west) <= MaxLatitude && Math.Abs(east) <= MaxLatitude ? "bbox-axes-swapped" : "bbox-out-of-range";
        }

        if (Math.Abs(west) > MaxLongitude || Math.Abs(east) > MaxLongitude)
        {
            return "bbox-out-of-range";
        }

        if (south > north)
        {
            return "bbox-south-above-north";
        }

        bbox = new Bbox(west, south, east, north);
        return null;
    }

    // double.Parse alone would take NaN and Infinity.
    [GeneratedRegex(@"\A[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,5})?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
