using System.Collections.Frozen;

namespace SpatialPlan.Server.Cql2;

/// <summary>
/// How two times stand to each other (OGC 21-065r2, table 8): comparisons of an end of the one with an end of the other.
/// A moment is an interval whose ends are the same.
/// </summary>
internal sealed record TemporalRelation(bool IsNegated, params TemporalRelation.Part[] Parts)
{
    public enum End
    {
        From,
        To,
    }

    public sealed record Part(End One, string Comparison, End Other);

    private static readonly Part FromBeforeTo = new(End.From, "<", End.To);
    private static readonly Part FromAfterFrom = new(End.From, ">", End.From);
    private static readonly Part FromBeforeFrom = new(End.From, "<", End.From);
    private static readonly Part SameFrom = new(End.From, "=", End.From);
    private static readonly Part ToAfterFrom = new(End.To, ">", End.From);
    private static readonly Part ToAfterTo = new(End.To, ">", End.To);
    private static readonly Part ToBeforeTo = new(End.To, "<", End.To);
    private static readonly Part SameTo = new(End.To, "=", End.To);
    private static readonly Part[] Common = [new(End.From, "<=", End.To), new(End.To, ">=", End.From)];

    private static readonly FrozenDictionary<string, TemporalRelation> ByName = new Dictionary<string, TemporalRelation>
    {
        ["t_after"] = new(false, new Part(End.From, ">", End.To)),
        ["t_before"] = new(false, new Part(End.To, "<", End.From)),
        ["t_contains"] = new(false, FromBeforeFrom, ToAfterTo),
        ["t_disjoint"] = new(true, Common),
        ["t_during"] = new(false, FromAfterFrom, ToBeforeTo),
        ["t_equals"] = new(false, SameFrom, SameTo),
        ["t_finishedBy"] = new(false, FromBeforeFrom, SameTo),
        ["t_finishes"] = new(false, FromAfterFrom, SameTo),
        ["t_intersects"] = new(false, Common),
        ["t_meets"] = new(false, new Part(End.To, "=", End.From)),
        ["t_metBy"] = new(false, new Part(End.From, "=", End.To)),
        ["t_overlappedBy"] = new(false, FromAfterFrom, FromBeforeTo, ToAfterTo),
        ["t_overlaps"] = new(false, FromBeforeFrom, ToAfterFrom, ToBeforeTo),
        ["t_startedBy"] = new(false, SameFrom, ToAfterTo),
        ["t_starts"] = new(false, SameFrom, ToBeforeTo),
    }.ToFrozenDictionary();

    public static TemporalRelation Of(CqlOperator known) => ByName[known.Name];
}
