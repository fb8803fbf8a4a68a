namespace SpatialPlan.Server.Parks;

/// <summary>A park that is neither excluded nor undecided.</summary>
/// <param name="Park">The park.</param>
/// <param name="Judgements">One for each criterion, in their order, unknowns counted as the reader wants.</param>
/// <param name="Score">Hundredths of points: the least and the most that the sum can be.</param>
/// <param name="Rank">From 1; parks whose scores overlap share one.</param>
public sealed record RankedPark(Park Park, IReadOnlyList<Judgement> Judgements, (int Min, int Max) Score, int Rank);

/// <summary>A must-have that takes a park out of the ranking, or that the plan does not answer for it.</summary>
public sealed record ParkApart(Park Park, string Must);

/// <summary>How many parks a must-have would leave beside those that are chosen, said before it is.</summary>
public sealed record MustLeaves(Must Must, int Leaves, int Undecided);

/// <summary>The answer to a question: who is out and who is undecided, then judgements, scores and ranks of the others.</summary>
/// <param name="Parks">Best first.</param>
/// <param name="Shares">What each criterion weighs of 100, in their order.</param>
/// <param name="IsScored">Whether a criterion is part of the sum at all.</param>
/// <param name="Excluded">A row for each must-have that a park fails.</param>
/// <param name="Undecided">A row for each that the plan does not answer for a park that fails none.</param>
/// <param name="Leaves">For each must-have without a figure.</param>
public sealed record MatchAnswer(
    IReadOnlyList<RankedPark> Parks, IReadOnlyList<int> Shares, IReadOnlyList<bool> IsScored, IReadOnlyList<ParkApart> Excluded, IReadOnlyList<ParkApart> Undecided, IReadOnlyList<MustLeaves> Leaves)
{
    /// <summary>Of words that mean nothing.</summary>
    public static MatchAnswer Nothing { get; } = new([], [], [], [], [], []);

    public static MatchAnswer Of(MatchRules rules, MatchQuestion question, IReadOnlyList<Park> parks)
    {
        var verdicts = parks.Select(park => question.Musts.Select(must => Musts.Decide(must, question, park)).ToArray()).ToList();
        var together = verdicts.ConvertAll(of => Together(of));
        IReadOnlyList<ParkApart> Apart(Verdict verdict) =>
        [
            .. Enumerable.Range(0, parks.Count).Where(place => together[place] == verdict)
                .SelectMany(place => question.Musts.Where((_, must) => verdicts[place][must] == verdict).Select(must => new ParkApart(parks[place], must.Text))),
        ];
        var (ranked, shares, isScored) = Rank(rules, question, parks, [.. Enumerable.Range(0, parks.Count).Where(place => together[place] == Verdict.Kept)]);
        return new MatchAnswer(ranked, shares, isScored, Apart(Verdict.Excluded), Apart(Verdict.Undecided), LeftBy(rules, question, parks, together));
    }

    /// <summary>What all must-haves say of a park: one that excludes is enough, and then one that nobody can decide.</summary>
    private static Verdict Together(params ReadOnlySpan<Verdict> verdicts) =>
        verdicts.Contains(Verdict.Excluded) ? Verdict.Excluded : verdicts.Contains(Verdict.Undecided) ? Verdict.Undecided : Verdict.Kept;

    private static MustLeaves[] LeftBy(MatchRules rules, MatchQuestion question, IReadOnlyList<Park> parks, List<Verdict> chosen) =>
    [
        .. rules.Musts.Where(must => must.Kind != MustKind.Target).Select(must =>
        {
            // One that is chosen already leaves what is left now.
            var verdicts = question.Musts.Any(one => one.Must == must)
                ? chosen
                : [.. parks.Select((park, place) => Together(chosen[place], Musts.Decide(new ChosenMust(must), question, park)))];
            return new MustLeaves(must, verdicts.Count(verdict => verdict == Verdict.Kept), verdicts.Count(verdict => verdict == Verdict.Undecided));
        }),
    ];

    private static (IReadOnlyList<RankedPark> Parks, IReadOnlyList<int> Shares, IReadOnlyList<bool> IsScored) Rank(
        MatchRules rules, MatchQuestion question, IReadOnlyList<Park> parks, List<int> kept)
    {
        if (kept.Count == 0)
        {
            return ([], [], []);
        }

        // The scale goes by all parks: that some are excluded makes the others no larger.
        var judged = rules.Criteria.Select(criterion => Criteria.Judge(criterion, rules, question, parks)).ToList();
        var isScored = judged.ConvertAll(all => all.Any(one => !one.IsShownOnly));
        var shares = Scores.Shares([.. question.Weights.Select((weight, place) => isScored[place] ? weight : 0)]);
        var counted = kept.ConvertAll(place => judged.ConvertAll(all => all[place].Counted(question.Unknown)));
        var scores = counted.ConvertAll(of => Scores.Sum(of, shares));
        var ranks = Scores.Ranks(scores);
        return ([.. Scores.Order(scores).Select(place => new RankedPark(parks[kept[place]], counted[place], scores[place], ranks[place]))], shares, isScored);
    }
}
