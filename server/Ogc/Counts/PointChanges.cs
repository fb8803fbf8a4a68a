namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>Points that came and went, applied to the chunks they concern; the others stay as they are.</summary>
public static class PointChanges
{
    /// <summary>The chunks after the changes; null when a point that went was not there, so that all must be read anew.</summary>
    public static PointChunk[]? Apply(IReadOnlyList<PointChunk> chunks, IReadOnlyList<PointRow> came, IReadOnlyList<PointRow> went, int figureCount)
    {
        var changed = new SortedDictionary<int, List<PointRow>>();
        List<PointRow> RowsOf(int chunk)
        {
            if (!changed.TryGetValue(chunk, out var rows))
            {
                changed[chunk] = rows = chunk < chunks.Count ? [.. Enumerable.Range(0, chunks[chunk].Count).Select(chunks[chunk].Row)] : [];
            }

            return rows;
        }

        foreach (var row in came)
        {
            RowsOf(ChunkOf(chunks, row.Cell)).Add(row);
        }

        if (!Remove(went))
        {
            return null;
        }

        bool Remove(IReadOnlyCollection<PointRow> rows)
        {
            var numbers = rows.GroupBy(row => row, PointRow.Same).ToDictionary(same => same.Key, same => same.Count(), PointRow.Same);
            var left = rows.GroupBy(row => row.Cell).ToDictionary(same => same.Key, same => same.Count());
            var seen = new HashSet<int>();
            foreach (var cell in left.Keys.Order())
            {
                // Points of one cell may stand in several chunks; each is gone through once, for whatever has left it.
                for (var chunk = ChunkOf(chunks, cell); left[cell] > 0 && (chunk < chunks.Count || changed.ContainsKey(chunk)); chunk++)
                {
                    if (chunk > 0 && chunk < chunks.Count && chunks[chunk].First > cell && !changed.ContainsKey(chunk))
                    {
                        break;
                    }

                    if (seen.Add(chunk))
                    {
                        RowsOf(chunk).RemoveAll(row => numbers.GetValueOrDefault(row) > 0 && --numbers[row] >= 0 && --left[row.Cell] >= 0);
                    }
                }
            }

            return left.Values.All(number => number == 0);
        }

        var result = new List<PointChunk>(chunks.Count + 1);
        for (var chunk = 0; chunk <= chunks.Count; chunk++)
        {
            if (changed.TryGetValue(chunk, out var rows))
            {
                result.AddRange(Chunks(rows, figureCount));
            }
            else if (chunk < chunks.Count)
            {
                result.Add(chunks[chunk]);
            }
        }

        return [.. result];
    }

    private static IEnumerable<PointChunk> Chunks(List<PointRow> rows, int figureCount)
    {
        var columns = new PointColumns(rows.Count, figureCount);
        foreach (var row in rows)
        {
            columns.Add(row);
        }

        return columns.Chunks();
    }

    private static int ChunkOf(IReadOnlyList<PointChunk> chunks, ulong cell)
    {
        var (low, high) = (0, chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chunks[middle].Last < cell ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
