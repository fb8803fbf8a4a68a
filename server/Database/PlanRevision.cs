using System.Globalization;

namespace SpatialPlan.Server.Database;

/// <summary>
/// A state of the plan: in which database, and after how many visible changes. A database that was made anew, or another
/// one in its place, counts from the beginning again, so that the number alone does not say what was seen.
/// </summary>
public sealed record PlanRevision(Guid Installation, long Number)
{
    private const int EnoughToTell = 8;

    /// <summary>"12-9f8e7d6c": for the names of what is kept, and for those who ask whether it is still the same.</summary>
    public string Tag { get; } = string.Create(CultureInfo.InvariantCulture, $"{Number}-{Installation.ToString("N").AsSpan(0, EnoughToTell)}");

    /// <summary>Whether this is of another database or a later change: what was known at the other one need not hold.</summary>
    public bool IsAfter(PlanRevision? other) => other is null || Installation != other.Installation || Number > other.Number;
}
