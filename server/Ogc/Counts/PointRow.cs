namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>A published point as it is counted: its cell, its place as stored, its combination, and the figures that are summed (NaN is none).</summary>
public readonly record struct PointRow(ulong Cell, double Longitude, double Latitude, int Combination, double[] Figures)
{
    /// <summary>The cell of what has no place.</summary>
    public const ulong Nowhere = ulong.MaxValue;

    public bool IsSame(in PointRow other) =>
        Cell == other.Cell
        && Longitude.Equals(other.Longitude)
        && Latitude.Equals(other.Latitude)
        && Combination == other.Combination
        && Figures.AsSpan().SequenceEqual(other.Figures);

    /// <summary>Compares all of two points, figures too.</summary>
    public static IEqualityComparer<PointRow> Same { get; } = EqualityComparer<PointRow>.Create(
        (one, other) => one.IsSame(other), row => HashCode.Combine(row.Cell, row.Longitude, row.Latitude, row.Combination));
}
