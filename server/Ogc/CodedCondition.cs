using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// A condition that says no more than "this coded value, or this year, is one of these": then it is the filter that a
/// parameter of the same name would be, and is counted from memory as that is.
/// </summary>
public static class CodedCondition
{
    /// <summary>The filter that a condition is, or null. Its types have been checked.</summary>
    public static PropertyFilter? Of(Expression condition, CollectionDefinition collection) => condition switch
    {
        Operation { Operator.Name: "=", Arguments: [PropertyName name, var value] } => Values(collection, name, [value]),
        Operation { Operator.Name: "=", Arguments: [var value, PropertyName name] } => Values(collection, name, [value]),
        Operation { Operator.Kind: OperatorKind.In, Arguments: [PropertyName name, ArrayLiteral values] } => Values(collection, name, values.Items),
        Operation { Operator.Name: "a_overlaps", Arguments: [PropertyName name, ArrayLiteral values] } => Values(collection, name, values.Items),
        Operation { Operator.Name: "a_overlaps", Arguments: [ArrayLiteral values, PropertyName name] } => Values(collection, name, values.Items),
        Operation alternatives when alternatives.Operator == CqlOperator.Or => AnyOf([.. alternatives.Arguments.Select(one => Of(one, collection))]),
        _ => null,
    };

    /// <summary>GDAL writes IN as equalities between ORs.</summary>
    private static PropertyFilter? AnyOf(PropertyFilter?[] alternatives)
    {
        if (alternatives[0] is not { } first || Array.Exists(alternatives, one => one?.Property != first.Property))
        {
            return null;
        }

        return first.Values is string[]
            ? first with { Values = alternatives.SelectMany(one => (string[])one!.Values).ToArray() }
            : first with { Values = alternatives.SelectMany(one => (int[])one!.Values).ToArray() };
    }

    private static PropertyFilter? Values(CollectionDefinition collection, PropertyName name, IReadOnlyList<Expression> values)
    {
        if (values.Count == 0 || collection.FindProperty(name.Name) is not { Queryable: true } property)
        {
            return null;
        }

        if (property.IsFacet && values.All(value => value is TextLiteral))
        {
            return new PropertyFilter(property, values.Select(value => ((TextLiteral)value).Value).ToArray());
        }

        return property.Type == PropertyType.Integer && values.All(value => value is NumberLiteral { Value: var number } && number == (int)number)
            ? new PropertyFilter(property, values.Select(value => (int)((NumberLiteral)value).Value).ToArray())
            : null;
    }
}
