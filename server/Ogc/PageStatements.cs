using System.Runtime.CompilerServices;
using Npgsql;

namespace SpatialPlan.Server.Ogc;

/// <summary>How far a page has come.</summary>
internal sealed class PageProgress(int limit)
{
    public int Count { get; set; }

    /// <summary>The last feature that was written.</summary>
    public PagePlace? Last { get; set; }

    /// <summary>One more than the page holds, to know whether another follows.</summary>
    public int Wanted => limit + 1 - Count;
}

/// <summary>
/// The statements of a page, one after the other until it is full. In a large collection PostgreSQL is asked first how it
/// means to find the rows: where it would walk along the order, it walks a range of it, and gathers what fits when the
/// range held too little; where equals would have to be sorted, each run of equals is read in the order of the next key.
/// </summary>
internal sealed class PageStatements(ItemQuery query, NpgsqlConnection connection, PageProgress page, int features)
{
    /// <summary>To read a row by way of an index costs so much in PostgreSQL's own units, as one row after the other does.</summary>
    private const double CostOfRow = 2;

    /// <summary>Stretches that are tried before what fits is gathered.</summary>
    private const int MostTries = 2;

    /// <summary>Whether so little fits that it is gathered rather than looked for along the order.</summary>
    private bool isRare;

    /// <summary>Whether a query is of a kind that PostgreSQL may find slowly; the others are read from an index whatever they ask.</summary>
    public static bool MayBeSlow(ItemQuery query)
    {
        var selection = query.Selection;
        var conditions = selection.Filters.Count + (selection.Bbox is null ? 0 : 1);
        return selection is not { Condition: null, Horizon: null, AsOf: null } || conditions + query.Order.Count > 1;
    }

    /// <summary>
    /// Whether a box is known to hold no more features than would be gone through along the order until a page of them is found: they
    /// are gathered and sorted, which one plan does for every box. To plan for each costs as much as to write half of the page.
    /// </summary>
    public static bool IsGathered(ItemQuery query) =>
        query is { Selection: { Bbox: not null, Horizon: null, AsOf: null, Condition: null, Filters: [], Own: null }, Total: { } total, Limit: var limit }
        && (query.Matched ?? total) is var most
        && (double)most * most <= (double)(limit + 1) * total;

    public static Statement Gathered(ItemQuery query, PageProgress page) => PageSql.Gathered(query, Whole(query), page.Wanted);

    /// <summary>As they are asked, without care.</summary>
    public static IEnumerable<Statement> Plain(ItemQuery query, PageProgress page) =>
        Whole(query).Parts().Select(part => PageSql.Rows(query, part, page.Wanted));

    public IAsyncEnumerable<Statement> Careful(CancellationToken cancel) => Read(Whole(query), cancel);

    private static KeysetRange Whole(ItemQuery query) => new(query.Order) { After = query.After };

    private async IAsyncEnumerable<Statement> Read(KeysetRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        var before = page.Count;
        foreach (var part in range.Parts())
        {
            var way = part.HasNext is true ? await WayOf(part, cancel) : QueryPlanKind.Walking;
            if (way == QueryPlanKind.Gathering)
            {
                // What has the next key and what has not in one go.
                yield return PageSql.Gathered(query, range, page.Wanted);
                yield break;
            }

            if (way == QueryPlanKind.Bounded)
            {
                yield return PageSql.Rows(query, part, page.Wanted);
                continue;
            }

            await foreach (var statement in part.HasNext is true ? ReadAlong(part, cancel) : Read(part.At(null), cancel))
            {
                yield return statement;
            }

            if (part.HasNext is true && isRare && IsSelective(range))
            {
                yield return PageSql.Gathered(query, range with { After = page.Count > before ? page.Last : range.After }, page.Wanted);
                yield break;
            }
        }
    }

    /// <summary>Reads along the order, or finds that little of it fits and leaves the rest.</summary>
    private async IAsyncEnumerable<Statement> ReadAlong(KeysetRange part, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (rest, isSelective) = (part, IsSelective(part));
        for (var tries = 0; !isRare || !isSelective; tries++)
        {
            var (first, end) = await Ends(rest, cancel);
            if (first is null || end is null)
            {
                yield return PageSql.Rows(query, rest, page.Wanted);
                yield break;
            }

            if (!Equals(first, end))
            {
                yield return PageSql.Rows(query, rest with { Until = end }, page.Wanted);
                rest = rest.StartingAt(end, isBeyond: false);
            }
            else
            {
                if (query.Selection is not { AsOf: null, Own: null })
                {
                    // What stands closed in history, or is proposed, may come before what is open.
                    yield return PageSql.Rows(query, rest with { Until = first }, page.Wanted);
                }

                await foreach (var statement in Read(rest.At(first), cancel))
                {
                    yield return statement;
                }

                rest = rest.StartingAt(first, isBeyond: true);
            }

            // All of these features are asked for: that there were few of them in one crowd says nothing of the next.
            isRare = isSelective && (isRare || tries + 1 == MostTries);
        }
    }

    /// <summary>Whether a range may hold fewer features than it is long.</summary>
    private bool IsSelective(KeysetRange part) =>
        part.Depth > 0 || query.Selection is not { Bbox: null, Horizon: null, AsOf: null, Condition: null, Filters: [] };

    private async Task<QueryPlanKind> WayOf(KeysetRange part, CancellationToken cancel)
    {
        await using var command = PageSql.Uncertain(query.Selection, part, page.Wanted).Command(connection);
        command.CommandText = $"explain (format json) {command.CommandText}";
        return QueryPlan.KindOf((string)(await command.ExecuteScalarAsync(cancel))!, CostOfRow * features);
    }

    private async Task<(object? First, object? End)> Ends(KeysetRange rest, CancellationToken cancel)
    {
        await using var command = PageSql.Ends(query.Selection, rest, Math.Max(features, page.Wanted)).Command(connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.IsDBNull(0) ? null : reader.GetValue(0), reader.IsDBNull(1) ? null : reader.GetValue(1));
    }
}
