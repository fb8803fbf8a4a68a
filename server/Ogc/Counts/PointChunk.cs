using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>Points that stand together, in columns and in the order of their cells. Never changed, only replaced: few enough that a change replaces little.</summary>
public sealed class PointChunk
{
    public const int Most = 1024;

    private readonly ulong[] cells;
    private readonly double[] longitudes;
    private readonly double[] latitudes;
    private readonly int[] combinations;
    private readonly double[][] figures;
    private readonly (double West, double South, double East, double North) reach;

    /// <param name="source">Where the points are read from.</param>
    /// <param name="order">Which of them, in the order of their cells.</param>
    public PointChunk(PointColumns source, ReadOnlySpan<int> order)
    {
        cells = Pick(source.Cells, order);
        longitudes = Pick(source.Longitudes, order);
        latitudes = Pick(source.Latitudes, order);
        combinations = Pick(source.Combinations, order);
        figures = new double[source.Figures.Count][];
        for (var figure = 0; figure < figures.Length; figure++)
        {
            figures[figure] = Pick(source.Figures[figure], order);
        }

        reach = order.Length == 0 || cells[^1] == PointRow.Nowhere
            ? (double.NaN, double.NaN, double.NaN, double.NaN)
            : (longitudes.Min(), latitudes.Min(), longitudes.Max(), latitudes.Max());
    }

    public int Count => cells.Length;

    public ulong First => cells[0];

    public ulong Last => cells[^1];

    public ReadOnlySpan<ulong> Cells => cells;

    public ReadOnlySpan<int> Combinations => combinations;

    public ReadOnlySpan<double> Longitudes => longitudes;

    public ReadOnlySpan<double> Latitudes => latitudes;

    /// <summary>From which to which place (exclusive) the cells lie in a run.</summary>
    public (int From, int To) Between(ulong first, ulong last) =>
        (first <= First ? 0 : LowerBound(first), last >= Last ? Count : LowerBound(last + 1));

    public PointRow Row(int place) =>
        new(cells[place], longitudes[place], latitudes[place], combinations[place], Array.ConvertAll(figures, column => column[place]));

    /// <summary>Whether its points have no place: these match every box, and stand in chunks of their own.</summary>
    private bool IsNowhere => Last == PointRow.Nowhere;

    /// <summary>Adds the points to a tally, all of them or those in the boxes.</summary>
    public void Tally(CountTally tally, IReadOnlyList<Bbox>? boxes)
    {
        if (boxes is null || IsWhollyIn(boxes))
        {
            for (var place = 0; place < Count; place++)
            {
                tally.Add(combinations[place], figures, place);
            }
        }
        else if (MayBeIn(boxes))
        {
            for (var place = 0; place < Count; place++)
            {
                if (IsInside(place, boxes))
                {
                    tally.Add(combinations[place], figures, place);
                }
            }
        }
    }

    /// <summary>How many points of the taken combinations are in the boxes.</summary>
    public int CountIn(IReadOnlyList<Bbox> boxes, bool[] taken)
    {
        var isWhole = IsWhollyIn(boxes);
        if (!isWhole && !MayBeIn(boxes))
        {
            return 0;
        }

        var number = 0;
        for (var place = 0; place < Count; place++)
        {
            number += taken[combinations[place]] && (isWhole || IsInside(place, boxes)) ? 1 : 0;
        }

        return number;
    }

    private static T[] Pick<T>(ReadOnlySpan<T> column, ReadOnlySpan<int> order)
    {
        var picked = new T[order.Length];
        for (var place = 0; place < picked.Length; place++)
        {
            picked[place] = column[order[place]];
        }

        return picked;
    }

    private bool IsInside(int place, IReadOnlyList<Bbox> boxes)
    {
        var (longitude, latitude) = (longitudes[place], latitudes[place]);
        foreach (var box in boxes)
        {
            if (longitude >= box.West && longitude <= box.East && latitude >= box.South && latitude <= box.North)
            {
                return true;
            }
        }

        return false;
    }

    // Written out: a page under a box asks a thousand chunks.
    private bool IsWhollyIn(IReadOnlyList<Bbox> boxes)
    {
        for (var box = 0; box < boxes.Count; box++)
        {
            if (Holds(boxes[box]))
            {
                return true;
            }
        }

        return IsNowhere;
    }

    private bool MayBeIn(IReadOnlyList<Bbox> boxes)
    {
        for (var box = 0; box < boxes.Count; box++)
        {
            if (Touches(boxes[box]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(Bbox box) => reach.West >= box.West && reach.East <= box.East && reach.South >= box.South && reach.North <= box.North;

    /// <summary>Whether some of the points may stand in a tile in degrees.</summary>
    public bool Touches(TileAddress tile) => reach.West <= tile.East && reach.East >= tile.West && reach.South <= tile.North && reach.North >= tile.South;

    private bool Touches(Bbox box) => reach.West <= box.East && reach.East >= box.West && reach.South <= box.North && reach.North >= box.South;

    private int LowerBound(ulong cell)
    {
        var (low, high) = (0, cells.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = cells[middle] < cell ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
