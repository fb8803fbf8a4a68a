using System.Buffers.Binary;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Mvt;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// Points of the map, as PostgreSQL sends a point in its metres, in units of a tile. A tile is mostly points, and what
/// PostGIS adds to each (ST_AsMVTGeom, ST_AsTWKB) costs more than reading it. The arithmetic is that of ST_AsMVTGeom, number by number,
/// so that a point stands where PostGIS would have put it.
/// </summary>
public readonly struct PointPlaces
{
    /// <summary>East and north, the highest byte first.</summary>
    public const int PointBytes = 2 * sizeof(double);

    private readonly double across;
    private readonly double down;
    private readonly double left;
    private readonly double top;

    public PointPlaces(TileAddress tile)
    {
        across = MvtLayer.Extent / (tile.East - tile.West);
        down = -(MvtLayer.Extent / (tile.North - tile.South));
        left = -tile.West * across;
        top = -tile.North * down;
    }

    /// <summary>The first point of some; false when it stands outside of the tile and the margin of <see cref="TileSql.Buffer"/>.</summary>
    public bool TryPlace(ReadOnlySpan<byte> point, out int x, out int y)
    {
        var column = Math.Round((BinaryPrimitives.ReadDoubleBigEndian(point) * across) + left);
        var row = Math.Round((BinaryPrimitives.ReadDoubleBigEndian(point[sizeof(double)..]) * down) + top);
        (x, y) = ((int)column, (int)row);
        return IsNear(column) && IsNear(row);
    }

    private static bool IsNear(double place) => place is >= -TileSql.Buffer and <= MvtLayer.Extent + TileSql.Buffer;
}
