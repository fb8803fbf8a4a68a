namespace SpatialPlan.Server.Cql2;

/// <summary>Relations of times in SQL. A date that meets a moment is the whole of its day, in UTC.</summary>
internal sealed class TemporalSql(Queryables queryables, Func<Expression, string> write)
{
    public string Write(TemporalRelation relation, Expression one, Expression other)
    {
        var isByMoment = IsByMoment(one) || IsByMoment(other);
        var parts = relation.Parts.Select(part => $"{End(one, part.One, isByMoment)} {part.Comparison} {End(other, part.Other, isByMoment)}");
        var all = string.Join(" and ", parts);
        return relation.IsNegated ? $"not ({all})" : all;
    }

    private string End(Expression part, TemporalRelation.End end, bool isByMoment)
    {
        if (part is IntervalLiteral interval)
        {
            return End(end == TemporalRelation.End.From ? interval.From : interval.To, end, isByMoment);
        }

        if (part is OpenEnd)
        {
            return $"{(end == TemporalRelation.End.From ? "'-infinity'" : "'infinity'")}::{(isByMoment ? "timestamptz" : "date")}";
        }

        if (!isByMoment || IsByMoment(part))
        {
            return write(part);
        }

        var midnight = $"{write(part)}::timestamp at time zone 'UTC'";
        return end == TemporalRelation.End.From ? $"({midnight})" : $"({midnight} + interval '1 day' - interval '1 microsecond')";
    }

    private bool IsByMoment(Expression part) => part switch
    {
        TimestampLiteral => true,
        IntervalLiteral interval => IsByMoment(interval.From) || IsByMoment(interval.To),
        PropertyName property => queryables.Properties[property.Name].Type is CqlType.Timestamp or CqlType.TimestampInterval,
        _ => false,
    };
}
