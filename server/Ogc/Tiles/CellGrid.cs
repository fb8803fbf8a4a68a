using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Counts;
using SpatialPlan.Server.Ogc.Mvt;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// Points of a tile counted in sixteen by sixteen cells, by chain and by status, each cell drawn where its points are on
/// average. A point belongs to one cell of one tile, so that the cells of any zoom add up to the same number.
/// </summary>
public sealed class CellGrid
{
    public const int SideBits = 4;
    public const int Side = 1 << SideBits;

    private readonly string[] breakdowns;
    private readonly Cell[] cells = new Cell[Side * Side];

    public CellGrid(CollectionDefinition collection) => breakdowns = Breakdown.Properties(collection);

    public long Count { get; private set; }

    /// <summary>Counts the taken points of a tile from the index.</summary>
    public static CellGrid Of(PointIndex index, TileAddress tile, bool[] taken)
    {
        var grid = new CellGrid(index.Dimensions.Collection);
        var (groupOf, groups) = index.Breakdown;
        var numbers = new int[grid.cells.Length * groups.Count];
        var sums = new (double X, double Y)[grid.cells.Length];
        var scale = tile.Set.IsGeographic
            ? CountInDegrees(index, tile, taken, groupOf, groups.Count, numbers, sums)
            : CountOnMap(index, tile, taken, groupOf, groups.Count, numbers, sums);
        for (var cell = 0; cell < grid.cells.Length; cell++)
        {
            for (var group = 0; group < groups.Count; group++)
            {
                if (numbers[(cell * groups.Count) + group] is > 0 and var number)
                {
                    grid.Add(cell, number, groups[group]);
                }
            }

            grid.cells[cell] = grid.cells[cell] with { X = sums[cell].X * scale, Y = sums[cell].Y * scale };
        }

        return grid;
    }

    /// <summary>Adds points of one cell that share their terms; places are sums in units of the tile.</summary>
    public void Add(int cell, int number, string?[] terms, double x = 0, double y = 0)
    {
        var here = cells[cell].Terms ?? [];
        for (var breakdown = 0; breakdown < breakdowns.Length; breakdown++)
        {
            if (terms[breakdown] is { } term)
            {
                var name = $"{breakdowns[breakdown]}.{term}";
                here[name] = here.GetValueOrDefault(name) + number;
            }
        }

        cells[cell] = new Cell(cells[cell].Number + number, cells[cell].X + x, cells[cell].Y + y, here);
        Count += number;
    }

    /// <summary>The cells as a layer; empty when there are none.</summary>
    public byte[] Layer(string name)
    {
        if (Count == 0)
        {
            return [];
        }

        using var layer = new MvtLayer(name);
        foreach (var cell in cells.Where(cell => cell.Number > 0))
        {
            int Place(double sum) => Math.Clamp((int)(sum / cell.Number), 0, MvtLayer.Extent - 1);
            layer.Tag(layer.Key("count"), cell.Number);
            foreach (var (term, number) in cell.Terms!.OrderBy(term => term.Key, StringComparer.Ordinal))
            {
                layer.Tag(layer.Key(term), number);
            }

            layer.Point(Place(cell.X), Place(cell.Y));
        }

        return layer.ToBytes();
    }

    /// <summary>The cell that a place of the tile lies in, as numbers by property and term; null when it is empty.</summary>
    public (int Number, IReadOnlyDictionary<string, int> Terms)? At(int cell) => cells[cell] is { Number: > 0, Terms: { } terms } found ? (found.Number, terms) : null;

    /// <summary>Adds the taken points to their cells; gives what makes units of the tile of the sums.</summary>
    private static double CountOnMap(PointIndex index, TileAddress tile, bool[] taken, int[] groupOf, int groups, int[] numbers, (double X, double Y)[] sums)
    {
        var (below, scale) = (MapCell.Bits - tile.Zoom, MvtLayer.Extent / (double)(1L << (MapCell.Bits - tile.Zoom)));
        var shift = below - SideBits;
        var (column0, row0) = ((uint)tile.Column << below, (uint)tile.Row << below);
        foreach (var (chunk, from, to) in index.Runs(tile))
        {
            var places = chunk.Cells[from..to];
            var combinations = chunk.Combinations[from..to];
            for (var place = 0; place < places.Length; place++)
            {
                var combination = combinations[place];
                if (!taken[combination])
                {
                    continue;
                }

                var (column, row) = MapCell.At(places[place]);
                var (x, y) = (column - column0, row - row0);
                var cell = (int)(((y >> shift) * Side) + (x >> shift));
                numbers[(cell * groups) + groupOf[combination]]++;
                sums[cell].X += x;
                sums[cell].Y += y;
            }
        }

        return scale;
    }

    private static double CountInDegrees(PointIndex index, TileAddress tile, bool[] taken, int[] groupOf, int groups, int[] numbers, (double X, double Y)[] sums)
    {
        foreach (var (combination, x, y) in DegreePoints.In(index, tile, taken))
        {
            var cell = ((int)(y * Side) * Side) + (int)(x * Side);
            numbers[(cell * groups) + groupOf[combination]]++;
            sums[cell].X += x;
            sums[cell].Y += y;
        }

        return MvtLayer.Extent;
    }

    private readonly record struct Cell(int Number, double X, double Y, Dictionary<string, int>? Terms);
}
