namespace SpatialPlan.Server.Catalogue;

/// <summary>One fault of the package: which file, which entry in it, and why.</summary>
public sealed record PackageProblem(string File, string? Entry, string Reason)
{
    public override string ToString() => Entry is null ? $"{File}: {Reason}" : $"{File}, {Entry}: {Reason}";
}

/// <summary>The package is broken; all of its faults at once.</summary>
public sealed class PackageException(IReadOnlyList<PackageProblem> problems)
    : Exception($"gis-data has {problems.Count} fault(s):\n" + string.Join('\n', problems))
{
    public IReadOnlyList<PackageProblem> Problems { get; } = problems;
}
