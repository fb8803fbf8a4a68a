using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// The one name by which every collection with chains is filtered. Where a collection has a list of chains under another
/// name, "the chain is one of these" means that the list has any of them.
/// </summary>
public static class ChainName
{
    public const string Shared = "industry_chain";

    private static readonly CqlOperator Overlaps = CqlOperator.Of("a_overlaps");

    /// <summary>The same condition in the names of the collection; what has no meaning for a list stays as it is.</summary>
    public static Expression Resolve(Expression condition, CollectionDefinition collection) =>
        collection.ChainProperty is { } own && own != Shared && !collection.Has(Shared) ? Rewrite(condition, own) : condition;

    // As deep as the parser let it be.
    private static Expression Rewrite(Expression part, string own) => part switch
    {
        Operation { Operator.Kind: OperatorKind.In, Arguments: [PropertyName { Name: Shared } name, ArrayLiteral values] } => HasAny(part, name, own, values),
        Operation { Operator.Name: "=" or "<>", Arguments: [PropertyName { Name: Shared } name, TextLiteral value] } comparison => Compare(comparison, name, own, value),
        Operation { Operator.Name: "=" or "<>", Arguments: [TextLiteral value, PropertyName { Name: Shared } name] } comparison => Compare(comparison, name, own, value),
        Operation { Operator.Kind: OperatorKind.IsNull, Arguments: [PropertyName { Name: Shared } name] } => new Operation(CqlOperator.IsNull, [name with { Name = own }]) { Place = part.Place },
        Operation { Operator.Kind: OperatorKind.Junction or OperatorKind.Negation } logic =>
            new Operation(logic.Operator, [.. logic.Arguments.Select(argument => Rewrite(argument, own))]) { Place = part.Place },
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
