namespace SpatialPlan.Server.Styles;

/// <summary>How far a place is from the edge of a sign: negative inside, in radii, y downwards.</summary>
public static class MarkShape
{
    private const double RingInner = 0.62;
    private const double HalfStroke = 0.13;

    /// <summary>Two chevrons, each pointing away from the other.</summary>
    private static readonly (double X, double Y)[][] BothWays = [[(-0.35, -0.5), (-0.85, 0), (-0.35, 0.5)], [(0.35, -0.5), (0.85, 0), (0.35, 0.5)]];

    private static readonly Dictionary<string, (double X, double Y)[]> Outlines = new()
    {
        ["half-square"] = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        ["diamond"] = [(0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)],
        ["triangle"] = [(0, -1.05), (1.05, 0.8), (-1.05, 0.8)],
    };

    /// <param name="shape">The name of a sign.</param>
    /// <param name="x">To the right, in radii.</param>
    /// <param name="y">Downwards, in radii.</param>
    /// <param name="own">The outline that the catalogue gives a shape which is not known here.</param>
    public static double Distance(string shape, double x, double y, (double X, double Y)[]? own = null) => shape switch
    {
        "ring" => Math.Max(Math.Sqrt((x * x) + (y * y)) - 1, RingInner - Math.Sqrt((x * x) + (y * y))),
        StyleMark.BothWays => BothWays.Min(chevron => chevron.Zip(chevron.Skip(1)).Min(part => Segment(part.First, part.Second, x, y))) - HalfStroke,
        "half-square" => Math.Min(Math.Max(Polygon(Outlines[shape], x, y), -Polygon(Outlines[shape], x / 0.7, y / 0.7) * 0.7), Math.Max(Polygon(Outlines[shape], x, y), x)),
        _ when Outlines.TryGetValue(shape, out var outline) => Polygon(outline, x, y),
        _ when own is not null && !StyleMark.Shapes.Contains(shape) => Polygon(own, x, y),
        _ => Math.Sqrt((x * x) + (y * y)) - 1,
    };

    private static double Polygon((double X, double Y)[] corners, double x, double y)
    {
        var (nearest, isInside) = (double.MaxValue, false);
        for (var place = 0; place < corners.Length; place++)
        {
            var (from, to) = (corners[place], corners[(place + 1) % corners.Length]);
            nearest = Math.Min(nearest, Segment(from, to, x, y));
            isInside ^= from.Y > y != to.Y > y && x < ((to.X - from.X) * (y - from.Y) / (to.Y - from.Y)) + from.X;
        }

        return isInside ? -nearest : nearest;
    }

    private static double Segment((double X, double Y) from, (double X, double Y) to, double x, double y)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var along = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(x - from.X - (along * dx), 2) + Math.Pow(y - from.Y - (along * dy), 2));
    }
}
