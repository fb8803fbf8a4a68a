namespace SpatialPlan.Server.Parks;

/// <summary>What a must-have does to a park.</summary>
public enum Verdict
{
    Kept,
    Excluded,

    /// <summary>The plan does not answer it.</summary>
    Undecided,
}

/// <summary>A must-have of a question, with its figure where it has one.</summary>
public sealed record ChosenMust(Must Must, decimal? Least = null)
{
    /// <summary>"chain", "revenue:50000000000": as it stands in the address.</summary>
    public string Text => Least is { } least ? $"{Must.Code}:{least:0.############################}" : Must.Code;
}

/// <summary>Decides must-haves.</summary>
public static class Musts
{
    public static Verdict Decide(ChosenMust chosen, MatchQuestion question, Park park) => chosen.Must.Kind switch
    {
        MustKind.Chain => Named(park, ground => ground.IndustryChain is { } chain && chain == question.IndustryChain),
        MustKind.Cluster => Named(park, ground => ground.IndustryCluster is { } cluster && cluster == question.IndustryCluster),

        // Where the projects of a chain stand, the plan mostly does not say: one that is not there may still be.
        MustKind.Project => question.NeighboursOf(park).Any(neighbour => neighbour.Collection == question.ProjectsOf) || park.GroundsFor(question).Any(ground => ground.Through is not null)
            ? Verdict.Kept
            : Verdict.Undecided,
        MustKind.Word => park.Aliases.Append(park.NameZh).Concat(park.Neighbours.Select(neighbour => neighbour.NameZh)).Any(name => name.Contains(chosen.Must.Word!, StringComparison.Ordinal))
            ? Verdict.Kept
            : Verdict.Undecided,
        MustKind.Target => park.Targets.Where(target => target.Indicator == chosen.Must.Indicator).Select(target => (decimal?)target.Value).Max() is { } most
            ? most >= chosen.Least ? Verdict.Kept : Verdict.Excluded
            : Verdict.Undecided,
        _ => throw new ArgumentOutOfRangeException(nameof(chosen), chosen.Must.Kind, "There is no such kind of must-have."),
    };

    /// <summary>A park for which the plan names industries has those and no others; one for which it names none may have any.</summary>
    private static Verdict Named(Park park, Func<Ground, bool> isMeant) =>
        park.Grounds.Count == 0 ? Verdict.Undecided : park.Grounds.Any(isMeant) ? Verdict.Kept : Verdict.Excluded;
}
