namespace SpatialPlan.Server.Cql2;

/// <summary>What an interval must be before anything is known of its properties.</summary>
internal static class IntervalRule
{
    private const string Invalid = "filter-interval-invalid";

    public static string? Check(Expression from, Expression to) => (from, to) switch
    {
        (DateLiteral first, DateLiteral last) => first.Value > last.Value ? Invalid : null,
        (TimestampLiteral first, TimestampLiteral last) => first.Value > last.Value ? Invalid : null,
        (DateLiteral, TimestampLiteral) or (TimestampLiteral, DateLiteral) => Invalid,
        _ => null,
    };
}
