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

    /// <summary>Can be before or after another of its type.</summary>
    public static bool IsOrdered(CqlType type) => type is CqlType.Number or CqlType.Text or CqlType.Date or CqlType.Timestamp;

    public static bool IsTemporal(CqlType type) =>
        type is CqlType.Date or CqlType.Timestamp or CqlType.DateInterval or CqlType.TimestampInterval or CqlType.OpenInterval;

    public static bool IsArray(CqlType type) => type is CqlType.Texts or CqlType.Numbers or CqlType.EmptyArray;
}
