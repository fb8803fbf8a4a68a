using System.Collections.Frozen;

namespace SpatialPlan.Server.Cql2;

/// <summary>Operators of one kind take the same arguments and are written in the same way.</summary>
public enum OperatorKind
{
    Junction,
    Negation,
    Comparison,
    Like,
    Between,
    In,
    IsNull,
    Arithmetic,
    Folding,
    Spatial,
    Temporal,
    Array,
}

/// <summary>An operator of CQL2 under its name in JSON; there is no other function than those listed here.</summary>
public sealed record CqlOperator(string Name, OperatorKind Kind, int Arguments)
{
    public static readonly CqlOperator And = new("and", OperatorKind.Junction, 2);
    public static readonly CqlOperator Or = new("or", OperatorKind.Junction, 2);
    public static readonly CqlOperator Not = new("not", OperatorKind.Negation, 1);
    public static readonly CqlOperator Like = new("like", OperatorKind.Like, 2);
    public static readonly CqlOperator Between = new("between", OperatorKind.Between, 3);
    public static readonly CqlOperator In = new("in", OperatorKind.In, 2);
    public static readonly CqlOperator IsNull = new("isNull", OperatorKind.IsNull, 1);
    public static readonly CqlOperator CaseInsensitive = new("casei", OperatorKind.Folding, 1);
    public static readonly CqlOperator AccentInsensitive = new("accenti", OperatorKind.Folding, 1);

    private static readonly FrozenDictionary<string, CqlOperator> ByName = new[] { And, Or, Not, Like, Between, In, IsNull, CaseInsensitive, AccentInsensitive }
        .Concat(Binary(OperatorKind.Comparison, "=", "<>", "<", ">", "<=", ">="))
        .Concat(Binary(OperatorKind.Arithmetic, "+", "-", "*", "/", "%", "div", "^"))
        .Concat(Binary(OperatorKind.Spatial, "s_contains", "s_crosses", "s_disjoint", "s_equals", "s_intersects", "s_overlaps", "s_touches", "s_within"))
        .Concat(Binary(
            OperatorKind.Temporal,
            "t_after", "t_before", "t_contains", "t_disjoint", "t_during", "t_equals", "t_finishedBy", "t_finishes",
            "t_intersects", "t_meets", "t_metBy", "t_overlappedBy", "t_overlaps", "t_startedBy", "t_starts"))
        .Concat(Binary(OperatorKind.Array, "a_containedBy", "a_contains", "a_equals", "a_overlaps"))
        .ToFrozenDictionary(known => known.Name);

    private static readonly FrozenDictionary<string, CqlOperator> FunctionsByWord = ByName.Values.Where(known => known.IsFunction)
        .ToFrozenDictionary(known => known.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<CqlOperator> All => ByName.Values;

    /// <summary>Written as NAME(…) in the text encoding, where case does not matter.</summary>
    public bool IsFunction => Kind is OperatorKind.Folding or OperatorKind.Spatial or OperatorKind.Temporal or OperatorKind.Array;

    /// <summary>Junctions take two and more.</summary>
    public bool Takes(int arguments) => Kind == OperatorKind.Junction ? arguments >= Arguments : arguments == Arguments;

    public static CqlOperator Of(string name) => ByName[name];

    public static CqlOperator? Find(string name) => ByName.GetValueOrDefault(name);

    public static CqlOperator? FindFunction(string word) => FunctionsByWord.GetValueOrDefault(word);

    private static IEnumerable<CqlOperator> Binary(OperatorKind kind, params string[] names) => names.Select(name => new CqlOperator(name, kind, 2));
}
