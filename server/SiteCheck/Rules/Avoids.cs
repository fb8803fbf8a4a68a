namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>The site keeps off the subjects.</summary>
public sealed class Avoids : ISiteRule
{
    public string Kind => "avoid";

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        if (context.Site is null)
        {
            return [];
        }

        var drawn = await context.DrawnSubjects(rule);
        var touched = CoveredShare.Near(drawn, context).Where(share => !share.IsApart).Select(share =>
            share.IsOpen(context.Limits) ? share.Open(rule, context)
            : share.Found(rule, share.Percent > 0 && !share.IsSliver ? Outcome.Attention : Outcome.NoHit, context)).ToList();
        return touched.Count == 0 ? [NoHits.Of(rule, drawn, context)]
            : Naming.Bound(rule, touched, (await context.Near(rule)).LeftOut, context.Limits.MostNamed);
    }
}
