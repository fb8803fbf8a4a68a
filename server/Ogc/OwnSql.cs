namespace SpatialPlan.Server.Ogc;

/// <summary>Proposals of a reader in SQL: rows of the same shape as those published, given with the question and kept nowhere.</summary>
internal static class OwnSql
{
    /// <summary>After FROM.</summary>
    public static string Source(FeatureSelection selection, string rows, Statement statement) =>
        $"jsonb_populate_recordset(null::{selection.Collection.Published}, {statement.Parameter(rows)}::jsonb) f";

    /// <summary>What of the published is not in place of a proposal.</summary>
    public static string IsNotReplaced(OwnFeatures own, Statement statement) => $"f.code <> all({statement.Parameter(own.Codes)})";

    /// <summary>The proposals that are selected, first in an order.</summary>
    public static string Rows(FeatureSelection selection, KeysetRange range, int rows, Statement statement) => $"""
        (select * from {Selected(selection, statement, SortSql.Conditions(range, statement))}
         order by {SortSql.OrderBy(range)} limit {statement.Parameter(rows)})
        """;

    /// <summary>After FROM: the proposals that are selected.</summary>
    public static string Selected(FeatureSelection selection, Statement statement, params IEnumerable<string> more)
    {
        var plain = selection with { Own = null };
        return $"{Source(selection, selection.Own!.Rows, statement)} {FeatureSql.Where(PageSql.Conditions(plain, statement).Concat(more))}";
    }

    /// <summary>By how much a selection of what is published grows by what is proposed in its place.</summary>
    public static Statement Growth(FeatureSelection selection)
    {
        var (statement, plain) = (new Statement(), selection with { Own = null });
        var replaced = PageSql.Conditions(plain, statement).Append($"f.code = any({statement.Parameter(selection.Own!.Codes)})");
        return statement.Append($"select (select count(*) from {Selected(selection, statement)}) - (select count(*) from {selection.Collection.Published} f {FeatureSql.Where(replaced)})");
    }
}
