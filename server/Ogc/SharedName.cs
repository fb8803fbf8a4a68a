using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// The one name by which every collection with chains, or with clusters, is filtered. Where a collection has a list of them
/// under another name, "the chain is one of these" means that the list has any of them.
/// </summary>
public static class SharedName
{
    private static readonly (string Shared, Func<CollectionDefinition, string?> Own)[] All =
        [("industry_chain", collection => collection.ChainProperty), ("industry_cluster", collection => collection.ClusterProperty)];

    private static readonly CqlOperator Overlaps = CqlOperator.Of("a_overlaps");

    /// <summary>The shared names that a collection answers to.</summary>
    public static IEnumerable<string> Of(CollectionDefinition collection) =>
        All.Where(name => name.Own(collection) is not null).Select(name => name.Shared);

    /// <summary>The property that a shared name means in a collection; null when it means none.</summary>
    public static PropertyDefinition? Find(CollectionDefinition collection, string shared) =>
        All.FirstOrDefault(name => name.Shared == shared).Own?.Invoke(collection) is { } own ? collection.FindProperty(own) : null;

    /// <summary>The same condition in the names of the collection; what has no meaning for a list stays as it is.</summary>
    public static Expression Resolve(Expression condition, CollectionDefinition collection)
    {
        foreach (var (shared, ownOf) in All)
        {
            if (ownOf(collection) is { } own && own != shared && !collection.Has(shared))
            {
                condition = Rewrite(condition, shared, own);
            }
        }

        return condition;
    }

    // As deep as the parser let it be.
    private static Expression Rewrite(Expression part, string shared, string own) => part switch
    {
        Operation { Operator.Kind: OperatorKind.In, Arguments: [PropertyName name, ArrayLiteral values] } when name.Name == shared => HasAny(part, name, own, values),
        Operation { Operator.Name: "=" or "<>", Arguments: [PropertyName name, TextLiteral value] } comparison when name.Name == shared => Compare(comparison, name, own, value),
        Operation { Operator.Name: "=" or "<>", Arguments: [TextLiteral value, PropertyName name] } comparison when name.Name == shared => Compare(comparison, name, own, value),
        Operation { Operator.Kind: OperatorKind.IsNull, Arguments: [PropertyName name] } when name.Name == shared =>
            new Operation(CqlOperator.IsNull, [name with { Name = own }]) { Place = part.Place },
        Operation { Operator.Kind: OperatorKind.Junction or OperatorKind.Negation } logic =>
            new Operation(logic.Operator, [.. logic.Arguments.Select(argument => Rewrite(argument, shared, own))]) { Place = part.Place },
        _ => part,
    };

    private static Operation Compare(Operation comparison, PropertyName name, string own, TextLiteral value)
    {
        var has = HasAny(comparison, name, own, new ArrayLiteral([value]) { Place = value.Place });
        return comparison.Operator.Name == "=" ? has : new Operation(CqlOperator.Not, [has]) { Place = comparison.Place };
    }

    private static Operation HasAny(Expression part, PropertyName name, string own, ArrayLiteral values) =>
        new(Overlaps, [name with { Name = own }, values]) { Place = part.Place };
}
