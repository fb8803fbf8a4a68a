namespace SpatialPlan.Server.Cql2;

/// <summary>The conditions of a filter that all must hold: what stands between the ANDs outside of everything else.</summary>
public static class Conjuncts
{
    public static IEnumerable<Expression> Of(Expression tree) =>
        tree is Operation junction && junction.Operator == CqlOperator.And ? junction.Arguments.SelectMany(Of) : [tree];

    /// <summary>One condition again; null of none.</summary>
    public static Expression? Join(IReadOnlyList<Expression> conditions) => conditions switch
    {
        [] => null,
        [var only] => only,
        _ => new Operation(CqlOperator.And, conditions) { Place = conditions[0].Place },
    };

    /// <summary>The properties that a part names, each time it does.</summary>
    public static IEnumerable<PropertyName> Names(Expression part) => part switch
    {
        PropertyName name => [name],
        Operation operation => operation.Arguments.SelectMany(Names),
        ArrayLiteral array => array.Items.SelectMany(Names),
        IntervalLiteral interval => Names(interval.From).Concat(Names(interval.To)),
        _ => [],
    };
}
