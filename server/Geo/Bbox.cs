using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Geo;

/// <summary>A box in longitude and latitude that cannot be wrong; east of west unless it crosses the 180th meridian.</summary>
public sealed record Bbox
{
    private const double MaxLongitude = 180;
    private const double MaxLatitude = 90;

    /// <summary>Data of the whole world reaches beyond its edge by a last digit, and so does the box that holds it.</summary>
    private const double Slack = 1e-6;

    private Bbox(double west, double south, double east, double north) => (West, South, East, North) = (west, south, east, north);

    public double West { get; }

    public double South { get; }

    public double East { get; }

    public double North { get; }

    /// <summary>What was really asked for, when a box of another system has no straight sides here; west to north are then around it.</summary>
    public Geometry? Outline { get; private init; }

    /// <summary>The box as one or two boxes whose west is west of their east.</summary>
    public IReadOnlyList<Bbox> Parts =>
        West <= East ? [this] : [new(West, South, Math.Max(West, MaxLongitude), North), new(Math.Min(East, -MaxLongitude), South, East, North)];

    public bool IsPoint => West == East && South == North;

    /// <summary>Without width or without height.</summary>
    public bool IsLine => West == East != (South == North);

    /// <summary>Reads "west,south,east,north", or six numbers with heights, which no feature has. Returns the code of the fault.</summary>
    public static string? TryParse(string text, out Bbox? bbox) => TryParse(text, CrsList.Wire, out bbox);

    /// <summary>Reads a box whose numbers are in a system, and in the order of its authority. Returns the code of the fault.</summary>
    public static string? TryParse(string text, CrsDefinition crs, out Bbox? bbox)
    {
        bbox = null;
        var parts = text.Split(',');
        if (parts.Length is not (4 or 6))
        {
            return "bbox-number-count";
        }

        var read = parts.Select(Numbers.TryRead).ToArray();
        if (!Array.TrueForAll(read, number => number is not null))
        {
            return "bbox-not-a-number";
        }

        var upper = parts.Length / 2;
        double[] numbers = [read[0]!.Value, read[1]!.Value, read[upper]!.Value, read[upper + 1]!.Value];
        if (crs.IsNorthingFirst)
        {
            numbers = [numbers[1], numbers[0], numbers[3], numbers[2]];
        }

        return crs.IsGeographic ? Angles(numbers, out bbox) : Metres(numbers, crs, out bbox);
    }

    private static string? Angles(double[] numbers, out Bbox? bbox)
    {
        bbox = null;
        var (west, south, east, north) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        if (Math.Abs(south) > MaxLatitude + Slack || Math.Abs(north) > MaxLatitude + Slack)
        {
            return Math.Abs(west) <= MaxLatitude && Math.Abs(east) <= MaxLatitude ? "bbox-axes-swapped" : "bbox-out-of-range";
        }

        if (Math.Abs(west) > MaxLongitude + Slack || Math.Abs(east) > MaxLongitude + Slack)
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

    // A box that reaches beyond the system is cut to it: there is nothing beyond that the system could name.
    private static string? Metres(double[] numbers, CrsDefinition crs, out Bbox? bbox)
    {
        bbox = null;
        if (numbers[0] > numbers[2] || numbers[1] > numbers[3])
        {
            return "bbox-south-above-north";
        }

        var asked = new Envelope(numbers[0], numbers[2], numbers[1], numbers[3]);
        var box = asked.Intersection(crs.Domain);
        if (box.IsNull)
        {
            var code = Plausibility.Check(crs, asked.Centre.X, asked.Centre.Y) ?? "coordinates-out-of-range";
            return code.Replace("coordinates-", "bbox-", StringComparison.Ordinal);
        }

        var outline = Reprojection.ToStore(crs, box);
        var reach = outline.EnvelopeInternal;
        bbox = new Bbox(reach.MinX, reach.MinY, reach.MaxX, reach.MaxY) { Outline = outline.IsRectangle ? null : outline };
        return null;
    }
}
