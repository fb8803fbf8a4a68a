namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Order in SQL, such that an index on (property, code) gives a page in either direction without sorting: features that
/// have the first key are one part of the answer, those that have not are the other.
/// </summary>
internal static class SortSql
{
    /// <summary>After ORDER BY: the keys, null last, and the code. Within a part the nulls of the first key need no mention.</summary>
    public static string OrderBy(IReadOnlyList<SortKey> keys, bool? hasFirst = null)
    {
        var columns = keys.Skip(hasFirst is false ? 1 : 0)
            .Select((key, place) => key.Column + (!key.IsDescending ? "" : hasFirst is true && place == 0 ? " desc" : " desc nulls last"))
            .ToList();
        if (!keys.Any(key => key.IsCode))
        {
            columns.Add(keys is [.., { IsDescending: true }] ? "f.code desc" : "f.code");
        }

        return string.Join(", ", columns);
    }

    /// <summary>The parts that a page is taken from, one after the other: whether the first key is there.</summary>
    public static IReadOnlyList<bool> Parts(IReadOnlyList<SortKey> keys, PagePlace? after) =>
        IsByCode(keys) ? [true] : after is { Values: [null, ..] } ? [false] : [true, false];

    /// <summary>What is true of the features of a part that come after a place.</summary>
    public static IEnumerable<string> Conditions(IReadOnlyList<SortKey> keys, PagePlace? after, bool hasFirst, Statement statement)
    {
        if (IsByCode(keys))
        {
            return after is null ? [] : [After(keys, 0, after, statement)];
        }

        var (first, there) = (keys[0], $"{keys[0].Column} is {(hasFirst ? "not null" : "null")}");
        var isBegun = after is not null && after.Values[0] is null != hasFirst;
        return !isBegun ? [there]
            : !hasFirst ? [there, After(keys, 1, after!, statement)]
            : keys.Count == 1 ? [$"({first.Column}, f.code) {first.Beyond} ({statement.Parameter(after!.Values[0]!)}, {statement.Parameter(after.Code)})"]
            : [$"{first.Column} {first.Beyond}= {statement.Parameter(after!.Values[0]!)}", After(keys, 0, after, statement)];
    }

    private static bool IsByCode(IReadOnlyList<SortKey> keys) => keys is [] or [{ IsCode: true }, ..];

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
