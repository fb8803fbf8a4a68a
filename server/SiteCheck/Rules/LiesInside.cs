
namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>The site lies on a subject as a whole; on which, the map says.</summary>
public sealed class LiesInside : ISiteRule
{
    private const double Whole = 100;

    public string Kind => "inside";

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        if (context.Site is null)
        {
            return [];
        }

        var drawn = await context.DrawnSubjects(rule);
        return drawn.Count == 0 ? [NoHits.Of(rule, drawn, context)]
            : [Found(rule, context, drawn.Select(subject => CoveredShare.Of(context, subject)).MaxBy(share => (share.Percent, share.Range.Most))!)];
    }

    private static Finding Found(CheckRule rule, CheckContext context, CoveredShare most)
    {
        if (most.IsOpen(context.Limits))
        {
            return most.Open(rule, context);
        }

        var isWhole = most.Percent >= Whole - context.Limits.SliverPercent;
        var found = most.Found(rule, isWhole ? Outcome.Fits : Outcome.Attention, context);
        found.Args["outside"] = isWhole ? 0 : Written.Number(context.Site!.Size - most.Overlap.Drawn);
        return found;
    }
}
