using System.Globalization;

namespace SpatialPlan.Server.Geo;

/// <summary>A tile of a matrix set that exists. Its edges are in metres of the web map, or degrees, as the set counts.</summary>
public readonly record struct TileAddress(int Zoom, int Row, int Column, TileMatrixSet Set)
{
    /// <summary>A tile of the web map.</summary>
    public TileAddress(int zoom, int row, int column)
        : this(zoom, row, column, TileMatrixSet.WebMercatorQuad)
    {
    }

    /// <summary>The cells of this tile of the web map, first and last.</summary>
    public (ulong First, ulong Last) Cells
    {
        get
        {
            var below = 2 * (MapCell.Bits - Zoom);
            var first = MapCell.Number((uint)Column, (uint)Row) << below;
            return (first, first + ((1UL << below) - 1));
        }
    }

    /// <summary>The zoom of the web map whose tiles are as wide.</summary>
    public int MapZoom => Set.MapZoom(Zoom);

    public double Width => Set.Width(Zoom);

    public double West => Set.West + (Column * Width);

    public double North => Set.North - (Row * Width);

    public double East => Set.West + ((Column + 1) * Width);

    public double South => Set.North - ((Row + 1) * Width);

    /// <summary>Reads the parts of an address. Null with a reason when they are no numbers, or name no tile.</summary>
    public static TileAddress? TryParse(TileMatrixSet set, string zoom, string row, string column, out bool areNumbers)
    {
        areNumbers = IsNumber(zoom) && IsNumber(row) && IsNumber(column);
        if (!areNumbers || Read(zoom) is not { } z || z > set.MaximumZoom)
        {
            return null;
        }

        return Read(row) is { } r && Read(column) is { } c && r < set.Rows(z) && c < set.Columns(z) ? new TileAddress(z, r, c, set) : null;
    }

    // "-1" is a number that names no tile; "1.5" and "abc" are none.
    private static bool IsNumber(string text) => text.AsSpan(text.StartsWith('-') ? 1 : 0) is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    private static int? Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
