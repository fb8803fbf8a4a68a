namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>How many points have each combination, and what their figures come to.</summary>
public sealed class CountTally(int combinationCount, int figureCount)
{
    public int[] Numbers { get; } = new int[combinationCount];

    /// <summary>By combination and figure: the sum, how many are known, and the largest.</summary>
    public (double Sum, int Known, double Largest)[] Figures { get; } = new (double, int, double)[combinationCount * figureCount];

    public int FigureCount => figureCount;

    public void Add(int combination, double[][] columns, int place)
    {
        Numbers[combination]++;
        for (var figure = 0; figure < columns.Length; figure++)
        {
            var value = columns[figure][place];
            if (!double.IsNaN(value))
            {
                ref var total = ref Figures[(combination * figureCount) + figure];
                total = (total.Sum + value, total.Known + 1, Math.Max(total.Largest, value));
            }
        }
    }
}
