namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>Points being read: a column a property, since a million objects would be a hundred megabytes.</summary>
public sealed class PointColumns(int capacity, int figureCount)
{
    private ulong[] cells = new ulong[capacity];
    private double[] longitudes = new double[capacity];
    private double[] latitudes = new double[capacity];
    private int[] combinations = new int[capacity];
    private readonly double[][] figures = [.. Enumerable.Range(0, figureCount).Select(_ => new double[capacity])];

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Cells => cells.AsSpan(0, Count);

    public ReadOnlySpan<double> Longitudes => longitudes;

    public ReadOnlySpan<double> Latitudes => latitudes;

    public ReadOnlySpan<int> Combinations => combinations;

    public IReadOnlyList<double[]> Figures => figures;

    public void Add(ulong cell, double longitude, double latitude, int combination, ReadOnlySpan<double> values)
    {
        if (Count == cells.Length)
        {
            Grow(Math.Max(16, Count * 3 / 2));
        }

        (cells[Count], longitudes[Count], latitudes[Count], combinations[Count]) = (cell, longitude, latitude, combination);
        for (var figure = 0; figure < figures.Length; figure++)
        {
            figures[figure][Count] = values[figure];
        }

        Count++;
    }

    public void Add(in PointRow row) => Add(row.Cell, row.Longitude, row.Latitude, row.Combination, row.Figures);

    /// <summary>The points in the order of their cells, cut into chunks.</summary>
    public IEnumerable<PointChunk> Chunks()
    {
        var order = new int[Count];
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = place;
        }

        Array.Sort(Cells.ToArray(), order);
        for (var from = 0; from < order.Length;)
        {
            // What has no place stands by itself at the end.
            var to = Math.Min(from + PointChunk.Most, order.Length);
            if (cells[order[from]] != PointRow.Nowhere && cells[order[to - 1]] == PointRow.Nowhere)
            {
                to = Array.FindIndex(order, from, place => cells[place] == PointRow.Nowhere);
            }

            yield return new PointChunk(this, order.AsSpan(from, to - from));
            from = to;
        }
    }

    private void Grow(int size)
    {
        Array.Resize(ref cells, size);
        Array.Resize(ref longitudes, size);
        Array.Resize(ref latitudes, size);
        Array.Resize(ref combinations, size);
        for (var figure = 0; figure < figures.Length; figure++)
        {
            Array.Resize(ref figures[figure], size);
        }
    }
}
