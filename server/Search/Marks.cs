namespace SpatialPlan.Server.Search;

/// <summary>From the folded characters back to those that are written.</summary>
public static class Marks
{
    public static (int Start, int End) Of(string written, Find find)
    {
        var offsets = new List<int>(written.Length);
        Folding.Of(written, offsets);
        return (offsets[find.Start], offsets[find.End - 1] + 1);
    }
}
