using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>A part of a filter. Both encodings of CQL2 read into this tree, and it is written back into both.</summary>
public abstract record Expression
{
    public Place Place { get; init; }

    /// <summary>How many parts stand one inside the other, this one counted.</summary>
    public virtual int Depth => 1;
}

public sealed record TextLiteral(string Value) : Expression;

public sealed record NumberLiteral(double Value) : Expression;

public sealed record BooleanLiteral(bool Value) : Expression;

public sealed record DateLiteral(DateOnly Value) : Expression;

/// <summary>A moment in UTC.</summary>
public sealed record TimestampLiteral(DateTime Value) : Expression;

/// <summary>The ".." of an interval.</summary>
public sealed record OpenEnd : Expression;

/// <summary>From and to are a date, a moment, a property or open.</summary>
public sealed record IntervalLiteral(Expression From, Expression To) : Expression
{
    public override int Depth => 2;
}

/// <summary>A box; west of its east unless it crosses the 180th meridian.</summary>
public sealed record BboxLiteral(double West, double South, double East, double North) : Expression;

public sealed record GeometryLiteral(Geometry Value) : Expression
{
    public bool Equals(GeometryLiteral? other) => other is not null && Value.EqualsExact(other.Value);

    public override int GetHashCode() => Value.GetHashCode();
}

public sealed record PropertyName(string Name) : Expression;

/// <summary>The values of IN, or an array of an array function.</summary>
public sealed record ArrayLiteral(IReadOnlyList<Expression> Items) : Expression
{
    public override int Depth { get; } = 1 + (Items.Count == 0 ? 0 : Items.Max(item => item.Depth));

    public bool Equals(ArrayLiteral? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(Items.Count, HashCode.Combine);
}

/// <summary>An operator or a function and what it is applied to, in the order of CQL2 JSON.</summary>
public sealed record Operation(CqlOperator Operator, IReadOnlyList<Expression> Arguments) : Expression
{
    public override int Depth { get; } = 1 + Arguments.Max(argument => argument.Depth);

    public bool Equals(Operation? other) => other is not null && Operator == other.Operator && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Operator.GetHashCode(), HashCode.Combine);
}
