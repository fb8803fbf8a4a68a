namespace SpatialPlan.Server.Ogc;

/// <summary>
/// A piece of an order: the first keys are settled, the same for all its features; among these it goes on by the next
/// key, or by the code when none is left.
/// </summary>
internal sealed record KeysetRange(IReadOnlyList<SortKey> Keys)
{
    /// <summary>The values of the first keys; null where the features have none.</summary>
    public IReadOnlyList<object?> Settled { get; init; } = [];

    /// <summary>Whether its features have the next key; those that have not come after the others. Null when it holds both.</summary>
    public bool? HasNext { get; init; }

    /// <summary>The feature that it begins after; the values of all keys.</summary>
    public PagePlace? After { get; init; }

    /// <summary>The value of the next key that it begins with, and whether that one is left out.</summary>
    public (object Value, bool IsBeyond)? From { get; init; }

    /// <summary>The value of the next key that it ends before.</summary>
    public object? Until { get; init; }

    public int Depth => Settled.Count;

    public bool IsByCode => Depth == Keys.Count || Keys[Depth].IsCode;

    public SortKey Next => Keys[Depth];

    /// <summary>The column that it goes on by, and whether downwards.</summary>
    public string Column => IsByCode ? "f.code" : Next.Column;

    /// <summary>Equals are sorted by code in the direction of the last key.</summary>
    public bool IsDescending => IsByCode ? Keys is [.., { IsDescending: true }] : Next.IsDescending;

    public string Beyond => IsDescending ? "<" : ">";

    /// <summary>What has the next key, and then what has not.</summary>
    public IEnumerable<KeysetRange> Parts()
    {
        if (IsByCode)
        {
            return [this with { HasNext = true }];
        }

        // A page that ended among those without the key has had the others.
        var isAmongLast = After is not null && After.Values[Depth] is null;
        var last = this with { HasNext = false, After = isAmongLast ? After : null };
        return isAmongLast ? [last] : [this with { HasNext = true }, last];
    }

    /// <summary>Those of its features whose next key has this value, sorted by the keys after it.</summary>
    public KeysetRange At(object? value) => this with
    {
        Settled = [.. Settled, value],
        HasNext = null,
        From = null,
        Until = null,
        After = After is { } place && Equals(place.Values[Depth], value) ? place : null,
    };

    /// <summary>What is left of it from a value of the next key on, or beyond it.</summary>
    public KeysetRange StartingAt(object value, bool isBeyond) => this with { From = (value, isBeyond), After = null };
}
