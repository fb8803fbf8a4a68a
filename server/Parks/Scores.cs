namespace SpatialPlan.Server.Parks;

/// <summary>From weights and judgements to scores and ranks. Whole numbers all the way: the client reckons the same.</summary>
public static class Scores
{
    /// <summary>
    /// Weights as parts of 100 that add up to 100 (largest remainders, of equal ones the first): what does not score has
    /// no part. All zero when nothing is weighed.
    /// </summary>
    public static int[] Shares(IReadOnlyList<int> weights)
    {
        var sum = weights.Sum();
        if (sum == 0)
        {
            return new int[weights.Count];
        }

        var shares = weights.Select(weight => weight * Judgement.Whole / sum).ToArray();
        var left = Judgement.Whole - shares.Sum();
        foreach (var place in Enumerable.Range(0, weights.Count).OrderByDescending(place => weights[place] * Judgement.Whole % sum).Take(left))
        {
            shares[place]++;
        }

        return shares;
    }

    /// <summary>The sum of judgements by their shares: hundredths of points, 0 to 10,000.</summary>
    public static (int Min, int Max) Sum(IReadOnlyList<Judgement> judgements, IReadOnlyList<int> shares) =>
        (judgements.Zip(shares, (one, share) => one.Min * share).Sum(), judgements.Zip(shares, (one, share) => one.Max * share).Sum());

    /// <summary>
    /// The order of ranges (hundredths): best first by what they can reach, then by what is certain. Ranges that overlap
    /// share a rank, for no one knows which is better; the next rank counts all before it.
    /// </summary>
    /// <returns>Rank of each range, in the order they were given.</returns>
    public static int[] Ranks(IReadOnlyList<(int Min, int Max)> ranges)
    {
        var ranks = new int[ranges.Count];
        var (rank, before, least) = (1, 0, int.MaxValue);
        foreach (var place in Order(ranges))
        {
            if (ranges[place].Max < least)
            {
                rank = before + 1;
            }

            ranks[place] = rank;
            least = ranges[place].Max < least ? ranges[place].Min : Math.Min(least, ranges[place].Min);
            before++;
        }

        return ranks;
    }

    /// <summary>Places best first.</summary>
    public static IEnumerable<int> Order(IReadOnlyList<(int Min, int Max)> ranges) =>
        Enumerable.Range(0, ranges.Count).OrderByDescending(place => ranges[place].Max).ThenByDescending(place => ranges[place].Min).ThenBy(place => place);
}
