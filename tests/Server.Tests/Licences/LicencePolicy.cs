namespace SpatialPlan.Server.Tests.Licences;

/// <summary>
/// Which licences a package may have. A list of what is allowed, not of what is not: AGPL, SSPL, a commercial
/// licence or none at all is refused without being named, and a new one is a decision somebody makes here.
/// </summary>
internal static class LicencePolicy
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BlueOak-1.0.0",
        "CC-BY-4.0",
        "CC0-1.0",
        "ISC",
        "LGPL-2.1-or-later",
        "MIT",
        "MPL-2.0",
        "PostgreSQL",
        "Unlicense",
    };

    /// <summary>An SPDX expression: of alternatives one must be allowed, of parts that hold together every one.</summary>
    public static bool Allows(string? expression) =>
        expression is not null
        && expression.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Trim() is { Length: > 0 } plain
        && plain.Split(" OR ").Any(choice => choice.Split(" AND ").All(part => Allowed.Contains(part.Trim())));

    public static IReadOnlyList<string> Refused(IEnumerable<Package> packages) =>
        [.. packages.Where(package => !Allows(package.Licence)).Select(package => $"{package.Name}: {package.Licence ?? "no licence"}").Distinct().Order()];
}

/// <summary>A package that the product or its tests install, and the licence that it declares.</summary>
internal sealed record Package(string Name, string? Licence);
