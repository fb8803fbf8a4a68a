namespace SpatialPlan.Server.Cql2;

/// <summary>What an expression gives. An array without elements fits any array, an interval that is open on both ends any time.</summary>
public enum CqlType
{
    Boolean,
    Number,
    Text,
    Date,
    Timestamp,
    DateInterval,
    TimestampInterval,
    OpenInterval,
    Geometry,
    Texts,
    Numbers,
    EmptyArray,
}
