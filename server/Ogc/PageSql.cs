using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>The statements of a page and of what is asked about its selection.</summary>
internal static class PageSql
{
    /// <summary>The first rows of a range: code, feature, and the values of the keys that the next page goes on from.</summary>
    public static Statement Rows(ItemQuery query, KeysetRange range, int rows)
    {
        var (selection, statement) = (query.Selection, new Statement());
        var select = Select(query, statement);
        string[] parts =
        [
            .. HasUnplaced(selection) ? [Unplaced(selection, range, rows, statement), Placed(selection, range, rows, statement)]
                : selection is not { AsOf: null, Own: null } ? [Standing(selection, Conditions(selection, statement), range, rows, statement)]
                : Array.Empty<string>(),
            .. Others(selection, range, rows, statement),
        ];
        return First(
            select.Append(parts is []
                ? $"from {selection.Collection.Published} f {FeatureSql.Where(Conditions(selection, statement).Concat(SortSql.Conditions(range, statement)))}"
                : $"from ({string.Join(" union all ", parts)}) f"),
            range,
            rows);
    }

    /// <summary>
    /// Those of the rows whose way is not certain, as they are found: what has no place has an index of its own, what has been closed since
    /// a moment is found by its time, and what comes with the question is there.
    /// </summary>
    public static Statement Uncertain(FeatureSelection selection, KeysetRange range, int rows)
    {
        var statement = new Statement();
        return statement.Append(HasUnplaced(selection) ? Placed(selection, range, rows, statement) : Standing(selection, Conditions(selection, statement), range, rows, statement));
    }

    /// <summary>
    /// The same rows, found whatever their order and sorted then: OFFSET keeps the planner from looking for them in that
    /// order, which takes long where few fit.
    /// </summary>
    public static Statement Gathered(ItemQuery query, KeysetRange range, int rows)
    {
        var (selection, statement) = (query.Selection, new Statement());
        var conditions = (HasUnplaced(selection) ? ConditionsInBox(selection, statement) : Conditions(selection, statement)).Concat(SortSql.Conditions(range, statement));
        string[] parts =
        [
            $"(select * from {selection.Collection.Published} f {FeatureSql.Where(conditions.Concat(ThereThen(selection, statement)))} offset 0)",
            .. HasUnplaced(selection) ? [Unplaced(selection, range, rows, statement)] : Array.Empty<string>(),
            .. Others(selection, range, rows, statement),
        ];
        return First(Select(query, statement).Append(parts is [var fitting] ? $"from {fitting} f" : $"from ({string.Join(" union all ", parts)}) f"), range, rows);
    }

    /// <summary>What comes beside what stands: what stood at a moment and stands no more, and what a reader proposes.</summary>
    private static string[] Others(FeatureSelection selection, KeysetRange range, int rows, Statement statement) =>
    [
        .. selection.AsOf is { } then ? [FirstOf(selection.Collection.Closed, Conditions(selection, statement).Concat(ClosedSince(then, statement)), range, rows, statement)] : Array.Empty<string>(),
        .. selection.Own is null ? Array.Empty<string>() : [OwnSql.Rows(selection, range, rows, statement)],
    ];

    private static Statement First(Statement statement, KeysetRange range, int rows) => statement
        .Append($"order by {SortSql.OrderBy(range)}")
        .Append($"limit {statement.Parameter(rows)}");

    private static string Source(FeatureSelection selection, Statement statement) => FeatureSql.Source(selection.Collection, selection.AsOf, statement);

    /// <summary>
    /// Whether what has no place is a statement of its own: it belongs to every box, there may be much, the same for each page.
    /// </summary>
    private static bool HasUnplaced(FeatureSelection selection) => selection.Bbox is not null;

    /// <summary>No more of it is read than the page can hold, by code from an index of its own.</summary>
    private static string Unplaced(FeatureSelection selection, KeysetRange range, int rows, Statement statement) =>
        Standing(selection, ConditionsWithoutBox(selection, statement).Prepend(BoxSql.Unplaced), range, rows, statement);

    private static string Placed(FeatureSelection selection, KeysetRange range, int rows, Statement statement) =>
        Standing(selection, ConditionsInBox(selection, statement), range, rows, statement);

    private static string Standing(FeatureSelection selection, IEnumerable<string> conditions, KeysetRange range, int rows, Statement statement) =>
        FirstOf(selection.Collection.Published, conditions.Concat(ThereThen(selection, statement)), range, rows, statement);

    /// <summary>Of what stands: that it did so at the moment that is asked for, if one is.</summary>
    private static string[] ThereThen(FeatureSelection selection, Statement statement) =>
        selection.AsOf is { } then ? [$"f.approved_at <= {statement.Parameter(then.UtcDateTime)}"] : [];

    /// <summary>Of what is closed: that it stood at a moment.</summary>
    private static string[] ClosedSince(DateTimeOffset then, Statement statement) =>
        [$"f.approved_at <= {statement.Parameter(then.UtcDateTime)}", $"f.recorded_to > {statement.Parameter(then.UtcDateTime)}"];

    private static string FirstOf(string view, IEnumerable<string> conditions, KeysetRange range, int rows, Statement statement) => $"""
        (select * from {view} f {FeatureSql.Where(conditions.Concat(SortSql.Conditions(range, statement)))}
         order by {SortSql.OrderBy(range)} limit {statement.Parameter(rows)})
        """;

    /// <summary>
    /// Whatever is selected: the first value that a range goes on by, and the one that stands so many features further
    /// on. Read from an index alone.
    /// </summary>
    public static Statement Ends(FeatureSelection selection, KeysetRange range, int features)
    {
        var statement = new Statement();
        var column = range.Column;
        var start = range.From
            ?? (range.After is not { } after ? null : range.IsByCode ? (after.Code, true) : (after.Values[range.Depth]!, false));
        var condition = start is var (value, isBeyond)
            ? $"{column} {range.Beyond}{(isBeyond ? "" : "=")} {statement.Parameter(value)}"
            : $"{column} is not null";
        var from = $"select {column} from {selection.Collection.Published} f where {condition}";
        var order = $"order by {column}{(range.IsDescending ? " desc" : "")}";
        return statement.Append($"select ({from} {order} limit 1), ({from} {order} offset {statement.Parameter(features)} limit 1)");
    }

    public static Statement Count(FeatureSelection selection)
    {
        var statement = new Statement();
        string[] parts =
        [
            $"{selection.Collection.Published} f {FeatureSql.Where(Conditions(selection, statement).Concat(ThereThen(selection, statement)))}",
            .. selection.AsOf is { } then ? [$"{selection.Collection.Closed} f {FeatureSql.Where(Conditions(selection, statement).Concat(ClosedSince(then, statement)))}"] : Array.Empty<string>(),
            .. selection.Own is null ? Array.Empty<string>() : [OwnSql.Selected(selection, statement)],
        ];
        return statement.Append($"select {string.Join(" + ", parts.Select(part => $"(select count(*) from {part})"))}");
    }

    /// <summary>
    /// Whether anything selected lies where a system does not reach, by the index of places: what is far away is little
    /// or nothing. Null where the system reaches everything.
    /// </summary>
    public static Statement? OutOfReach(FeatureSelection selection, CrsDefinition crs)
    {
        if (crs.IsGeographic)
        {
            return null;
        }

        const double Edge = 1e-9;
        const double Everywhere = 1000;
        var (statement, reach) = (new Statement(), crs.DomainInStore);
        string Touches(double west, double south, double east, double north) =>
            $"f.geom && ST_MakeEnvelope({statement.Parameter(west)}, {statement.Parameter(south)}, {statement.Parameter(east)}, {statement.Parameter(north)}, {Crs.Store})";
        string[] outside =
        [
            Touches(-Everywhere, -Everywhere, reach.MinX - Edge, Everywhere),
            Touches(reach.MaxX + Edge, -Everywhere, Everywhere, Everywhere),
            Touches(-Everywhere, -Everywhere, Everywhere, reach.MinY - Edge),
            Touches(-Everywhere, reach.MaxY + Edge, Everywhere, Everywhere),
        ];
        var isOutside = $"({string.Join(" or ", outside)})";
        statement.Append($"select exists (select from {Source(selection, statement)} {FeatureSql.Where(Conditions(selection, statement).Prepend(isOutside))})");
        return selection.Own is null ? statement : statement.Append($"or exists (select from {OwnSql.Selected(selection, statement, isOutside)})");
    }

    public static IEnumerable<string> Conditions(FeatureSelection selection, Statement statement) =>
        FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(filter => filter.Condition(statement)));

    private static IEnumerable<string> ConditionsInBox(FeatureSelection selection, Statement statement) =>
        ConditionsWithoutBox(selection, statement).Prepend(BoxSql.Touching(selection.Bbox!, statement));

    private static IEnumerable<string> ConditionsWithoutBox(FeatureSelection selection, Statement statement) =>
        FeatureSql.ConditionsWithoutBox(selection, statement).Concat(selection.Filters.Select(filter => filter.Condition(statement)));

    private static Statement Select(ItemQuery query, Statement statement)
    {
        var values = string.Concat(query.Order.Where(key => !key.IsCode).Select(key => $", {key.Column}"));
        return statement.Append($"select f.code, {Feature(query)}{values}");
    }

    private static string Feature(ItemQuery query)
    {
        var collection = query.Selection.Collection;
        return query.Encoding switch
        {
            ItemEncoding.Codes => "'\"' || f.code || '\"'",
            ItemEncoding.JsonFg => $"{JsonFg.OpenFeature(collection, query.Output, query.Content)} || '}}'",
            _ => $"{FeatureSql.OpenFeature(collection, query.Output, query.Content)} || '}}'",
        };
    }
}
