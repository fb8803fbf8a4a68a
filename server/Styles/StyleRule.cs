using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>How some features of a collection are drawn, in words that every language of styles has. Lengths are pixels at zoom 12.4.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Property">By which property they are told from the others; null for all that no other rule takes.</param>
/// <param name="Value">The value of it.</param>
/// <param name="Fill">Inside of areas.</param>
/// <param name="Strokes">Lines and outlines, the lowest first.</param>
/// <param name="Mark">The sign of points.</param>
/// <param name="Heads">The arrow heads at both ends of a line.</param>
/// <param name="MinZoom">From which zoom on they are drawn (Web Mercator, tiles of 256 pixels); null when that is left to their layer.</param>
public sealed record StyleRule(Words Title, string? Property, string? Value, StyleFill? Fill, IReadOnlyList<StyleStroke> Strokes, StyleMark? Mark, StyleHeads? Heads = null, double? MinZoom = null)
{
    private const double EquatorScaleAtZoom0 = 559_082_264.028_717_8;

    /// <summary>The largest scale denominator they are drawn at, for pixels of 0.28 mm (OGC 17-083r4).</summary>
    public double? MaxScaleDenominator => MinZoom is { } zoom ? Math.Round(EquatorScaleAtZoom0 / Math.Pow(2, zoom)) : null;
}

/// <summary>A flat colour; <paramref name="Hatch"/> is that of lines across it, where there are some.</summary>
public sealed record StyleFill(string Colour, double Opacity, string? Hatch = null);

public sealed record StyleStroke(string Colour, double Width, double Opacity = 1, IReadOnlyList<double>? Dash = null);

/// <summary>Arrow heads as wide as <paramref name="Size"/>, and the colour of what is drawn on the line to say its direction.</summary>
public sealed record StyleHeads(string Colour, double Size, string OnLine);

/// <summary>A sign: its shape is one of <see cref="Shapes"/>, or one of the package's own with its corners (in radii, y downwards); its size is the width of it.</summary>
public sealed record StyleMark(string Shape, double Size, string Fill, string Outline, double OutlineWidth, IReadOnlyList<double>? Dash = null, IReadOnlyList<(double X, double Y)>? Own = null)
{
    public static readonly IReadOnlyList<string> Shapes = ["disc", "half-square", "diamond", "triangle", "ring"];

    /// <summary>Not a sign of points: the chevrons on a line that leads both ways.</summary>
    public const string BothWays = "both-ways";
}
