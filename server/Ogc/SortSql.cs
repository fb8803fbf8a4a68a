namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Order in SQL, such that an index on (property, code) gives a page in either direction without sorting: features that
/// have a key are one part of the answer, those that have not are the other.
/// </summary>
internal static class SortSql
{
    /// <summary>After ORDER BY: the keys, null last, and the code.</summary>
    public static string OrderBy(IReadOnlyList<SortKey> keys) => OrderBy(keys, 0, isFirstThere: false);

    /// <summary>The same for a range: what is settled needs no mention, nor do the nulls of the next key.</summary>
    public static string OrderBy(KeysetRange range) =>
        OrderBy(range.Keys, range.Depth + (range.HasNext is false ? 1 : 0), range.HasNext is true);

    /// <summary>What is true of the features of a range and of no others.</summary>
    public static IEnumerable<string> Conditions(KeysetRange range, Statement statement)
    {
        for (var depth = 0; depth < range.Depth; depth++)
        {
            var column = range.Keys[depth].Column;
            yield return range.Settled[depth] is { } value ? $"{column} = {statement.Parameter(value)}" : $"{column} is null";
        }

        if (range.HasNext is false)
        {
            yield return $"{range.Column} is null";
        }
        else if (!range.IsByCode && range is { HasNext: true, After: null, From: null, Until: null })
        {
            yield return $"{range.Column} is not null";
        }

        if (range.From is var (from, isBeyond))
        {
            yield return $"{range.Column} {range.Beyond}{(isBeyond ? "" : "=")} {statement.Parameter(from)}";
        }

        if (range.Until is { } until)
        {
            yield return $"{range.Column} {(range.IsDescending ? ">" : "<")} {statement.Parameter(until)}";
        }

        if (range.After is { } after)
        {
            foreach (var condition in After(range, after, statement))
            {
                yield return condition;
            }
        }
    }

    private static string OrderBy(IReadOnlyList<SortKey> keys, int skipped, bool isFirstThere)
    {
        var columns = keys.Skip(skipped)
            .Select((key, place) => key.Column + (!key.IsDescending ? "" : key.IsCode || (isFirstThere && place == 0) ? " desc" : " desc nulls last"))
            .ToList();
        if (!keys.Any(key => key.IsCode))
        {
            columns.Add(keys is [.., { IsDescending: true }] ? "f.code desc" : "f.code");
        }

        return string.Join(", ", columns);
    }

    private static IEnumerable<string> After(KeysetRange range, PagePlace after, Statement statement)
    {
        var (keys, depth) = (range.Keys, range.Depth);
        if (range.IsByCode || range.HasNext is not true)
        {
            return [After(keys, range.HasNext is false ? depth + 1 : depth, after, statement)];
        }

        var value = after.Values[depth]!;
        return depth == keys.Count - 1
            ? [$"({range.Column}, f.code) {range.Beyond} ({statement.Parameter(value)}, {statement.Parameter(after.Code)})"]
            : [$"{range.Column} {range.Beyond}= {statement.Parameter(value)}", After(keys, depth, after, statement)];
    }

    private static string After(IReadOnlyList<SortKey> keys, int place, PagePlace after, Statement statement)
    {
        if (place == keys.Count || keys[place].IsCode)
        {
            var direction = keys is [] ? ">" : keys[Math.Min(place, keys.Count - 1)].Beyond;
            return $"f.code {direction} {statement.Parameter(after.Code)}";
        }

        var key = keys[place];
        if (after.Values[place] is not { } given)
        {
            return $"({key.Column} is null and {After(keys, place + 1, after, statement)})";
        }

        var value = statement.Parameter(given);
        return $"({key.Column} {key.Beyond} {value} or {key.Column} is null or ({key.Column} = {value} and {After(keys, place + 1, after, statement)}))";
    }
}
