using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Checks;

/// <summary>What a feature is held against.</summary>
/// <param name="Catalogue">The words, collections and plans there are.</param>
/// <param name="IsCode">Whether a feature has this code.</param>
public sealed record CheckContext(PlanCatalogue Catalogue, Func<string, bool> IsCode)
{
    private readonly HashSet<string> rules = [.. Catalogue.Rules.Select(rule => rule.Code)];

    /// <summary>No day of now lies after it, wherever on earth.</summary>
    public DateOnly Latest { get; init; } = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(14));

    public bool IsRule(string code) => rules.Contains(code);
}
