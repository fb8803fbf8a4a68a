using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>
/// The points of tiles in degrees. They lie along the curve of the web map, of which such a tile is no run: chunks that
/// touch it are read point by point, a thousand each.
/// </summary>
public static class DegreePoints
{
    /// <summary>The taken points in a tile with their place as a part of it, from its north-west. Half open: what stands on an edge is of the tile east and south of it.</summary>
    public static IEnumerable<(int Combination, double X, double Y)> In(PointIndex index, TileAddress tile, bool[] taken)
    {
        var (west, north, width) = (tile.West, tile.North, tile.Width);
        foreach (var chunk in index.Chunks)
        {
            if (!chunk.Touches(tile))
            {
                continue;
            }

            for (var place = 0; place < chunk.Count; place++)
            {
                var (x, y) = ((chunk.Longitudes[place] - west) / width, (north - chunk.Latitudes[place]) / width);
                if (x >= 0 && x < 1 && y >= 0 && y < 1 && taken[chunk.Combinations[place]])
                {
                    yield return (chunk.Combinations[place], x, y);
                }
            }
        }
    }
}
