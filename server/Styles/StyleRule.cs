using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>How some features of a collection are drawn, in words that every language of styles has. Lengths are pixels at zoom 12.4.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Property">By which property they are told from the others; null for all that no other rule takes.</param>
/// <param name="Value">The value of it.</param>
/// <param name="Fill">Inside of areas.</param>
/// <param name="Strokes">Lines and outlines, the lowest first.</param>
/// <param name="Mark">The sign of points.</param>
public sealed record StyleRule(Words Title, string? Property, string? Value, StyleFill? Fill, IReadOnlyList<StyleStroke> Strokes, StyleMark? Mark);

/// <summary>A flat colour; <paramref name="Hatch"/> is that of lines across it, where there are some.</summary>
public sealed record StyleFill(string Colour, double Opacity, string? Hatch = null);

public sealed record StyleStroke(string Colour, double Width, double Opacity = 1, IReadOnlyList<double>? Dash = null);

/// <summary>A sign: its shape is one of <see cref="Shapes"/>, its size the width of it.</summary>
public sealed record StyleMark(string Shape, double Size, string Fill, string Outline, double OutlineWidth, IReadOnlyList<double>? Dash = null)
{
    public static readonly IReadOnlyList<string> Shapes = ["disc", "half-square", "diamond", "triangle", "ring"];
}
