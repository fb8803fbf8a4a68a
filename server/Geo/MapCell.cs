namespace SpatialPlan.Server.Geo;

/// <summary>
/// Places on the web map as cells of 2^28 by 2^28, fifteen centimetres wide, numbered along a Z curve: a tile of any
/// zoom is one run of numbers.
/// </summary>
public static class MapCell
{
    public const int Bits = 28;

    /// <summary>Half of the width of the web map in its own metres.</summary>
    public const double HalfWidth = 20_037_508.342789244;

    private const double CellsPerMetre = (1 << Bits) / (2 * HalfWidth);

    public static ulong Of(double x, double y) => Number(Along(x + HalfWidth), Along(HalfWidth - y));

    /// <summary>The cell of a place in degrees; the web map takes the earth for a sphere.</summary>
    public static ulong OfDegrees(double longitude, double latitude)
    {
        var (x, y) = Place(longitude, latitude);
        return Of(x, y);
    }

    /// <summary>A place in degrees in metres of the web map.</summary>
    public static (double X, double Y) Place(double longitude, double latitude) =>
        (longitude / 180 * HalfWidth, Math.Log(Math.Tan((90 + latitude) * Math.PI / 360)) / Math.PI * HalfWidth);

    /// <summary>The number of the cell at a column and a row.</summary>
    public static ulong Number(uint column, uint row) => Spread(column) | (Spread(row) << 1);

    public static (uint Column, uint Row) At(ulong number) => (Gather(number), Gather(number >> 1));

    private static uint Along(double metres) => (uint)Math.Clamp(Math.Floor(metres * CellsPerMetre), 0, (1 << Bits) - 1);

    private static ulong Spread(uint value)
    {
        ulong bits = value;
        bits = (bits | (bits << 16)) & 0x0000FFFF0000FFFF;
        bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x3333333333333333;
        return (bits | (bits << 1)) & 0x5555555555555555;
    }

    private static uint Gather(ulong bits)
    {
        bits &= 0x5555555555555555;
        bits = (bits | (bits >> 1)) & 0x3333333333333333;
        bits = (bits | (bits >> 2)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits >> 4)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits >> 8)) & 0x0000FFFF0000FFFF;
        return (uint)(bits | (bits >> 16));
    }
}
