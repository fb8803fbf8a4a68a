namespace SpatialPlan.Server.Cql2;

/// <summary>What can be said of a type alone.</summary>
internal static class Types
{
    /// <summary>The type of a literal that needs no further look, null for anything else.</summary>
    public static CqlType? OfLiteral(Expression part) => part switch
    {
        TextLiteral => CqlType.Text,
        NumberLiteral => CqlType.Number,
        BooleanLiteral => CqlType.Boolean,
        DateLiteral => CqlType.Date,
        TimestampLiteral => CqlType.Timestamp,
        _ => null,
    };

    /// <summary>What a function of this kind takes as each of its arguments, and what it gives.</summary>
    public static (Func<CqlType, bool> Takes, CqlType Gives) SignatureOf(OperatorKind kind) => kind switch
    {
        OperatorKind.Folding => (type => type == CqlType.Text, CqlType.Text),
        OperatorKind.Spatial => (type => type == CqlType.Geometry, CqlType.Boolean),
        OperatorKind.Temporal => (IsTemporal, CqlType.Boolean),
        OperatorKind.Array => (IsArray, CqlType.Boolean),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not written as a function"),
    };

    /// <summary>Can be before or after another of its type.</summary>
    public static bool IsOrdered(CqlType type) => type is CqlType.Number or CqlType.Text or CqlType.Date or CqlType.Timestamp;

    public static bool IsTemporal(CqlType type) =>
        type is CqlType.Date or CqlType.Timestamp or CqlType.DateInterval or CqlType.TimestampInterval or CqlType.OpenInterval;

    public static bool IsArray(CqlType type) => type is CqlType.Texts or CqlType.Numbers or CqlType.EmptyArray;
}
