using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>The features that rules look at, as they stood at a revision.</summary>
/// <param name="Revision">The revision they are of.</param>
/// <param name="ByRule">For each rule with subjects the features it looks at, in the order of their codes.</param>
/// <param name="Cut">Rules that look at more features than are held: they cannot be answered.</param>
/// <param name="Peers">For each rule that compares projects and each chain: what is comparable.</param>
public sealed record SubjectSet(PlanRevision Revision, IReadOnlyDictionary<string, IReadOnlyList<PlanSubject>> ByRule, IReadOnlySet<string> Cut, IReadOnlyDictionary<(string Rule, string Chain), PeerRange> Peers)
{
    /// <summary>The hash of the package whose data it is; null when there is none.</summary>
    public string? Package { get; init; }

    /// <summary>What the database is asked for beside these.</summary>
    public AskedQuestion Asked { get; init; } = AskedQuestion.Nothing;

    public IReadOnlyList<PlanSubject> Of(CheckRule rule) => ByRule.GetValueOrDefault(rule.Key) ?? [];
}

/// <summary>The quotient of two figures over the projects of a chain that state both.</summary>
public sealed record PeerRange(int Count, double Least, double Most);
