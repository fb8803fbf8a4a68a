using System.Globalization;

namespace SpatialPlan.Server.Geo;

/// <summary>A tile of the matrix set WebMercatorQuad that exists.</summary>
public readonly record struct TileAddress(int Zoom, int Row, int Column)
{
    public const int MaximumZoom = 24;
    public const string MatrixSet = "WebMercatorQuad";

    /// <summary>The cells of this tile, first and last.</summary>
    public (ulong First, ulong Last) Cells
    {
        get
        {
            var below = 2 * (MapCell.Bits - Zoom);
            var first = MapCell.Number((uint)Column, (uint)Row) << below;
            return (first, first + ((1UL << below) - 1));
        }
    }

    /// <summary>The width of a tile of this zoom in metres of the web map.</summary>
    public double Width => 2 * MapCell.HalfWidth / (1 << Zoom);

    public double West => (Column * Width) - MapCell.HalfWidth;

    public double North => MapCell.HalfWidth - (Row * Width);

    public double East => ((Column + 1) * Width) - MapCell.HalfWidth;

    public double South => MapCell.HalfWidth - ((Row + 1) * Width);

    /// <summary>Reads the parts of an address. Null with a reason when they are no numbers, or name no tile.</summary>
    public static TileAddress? TryParse(string zoom, string row, string column, out bool areNumbers)
    {
        areNumbers = IsNumber(zoom) && IsNumber(row) && IsNumber(column);
        if (!areNumbers || Read(zoom) is not { } z || z > MaximumZoom)
        {
            return null;
        }

        return Read(row) is { } r && Read(column) is { } c && r < 1 << z && c < 1 << z ? new TileAddress(z, r, c) : null;
    }

    // "-1" is a number that names no tile; "1.5" and "abc" are none.
    private static bool IsNumber(string text) => text.AsSpan(text.StartsWith('-') ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    private static int? Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
