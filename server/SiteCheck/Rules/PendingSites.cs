namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>
/// Sites of others that are still in review: whoever may see these is told whose they are. Who asks without an account is answered
/// nothing, for what is in review nobody sees who is not signed in.
/// </summary>
public sealed class PendingSites : ISiteRule
{
    /// <summary>Its subjects are in review and not published: they are not held.</summary>
    public const string KindName = "pending";

    public string Kind => KindName;

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        if (context.Site is not { } site || context.Pending is not { } pending)
        {
            return [];
        }

        var near = await pending(rule, site, context.Clock);
        var leftOut = near.Count == 0 ? 0 : (int)near[0].Number("number")! - near.Count;
        var found = near.Where(subject => subject.Code != context.Attributes.Code && subject.Shape is not null)
            .Select(subject => CoveredShare.Of(context, subject)).Where(share => share.IsOpen(context.Limits) || (share.Percent > 0 && !share.IsSliver))
            .Select(share => Found(rule, context, share)).ToList();
        return found.Count + leftOut == 0 ? [new Finding(rule, Outcome.NoHit)] : Naming.Bound(rule, found, leftOut, context.Limits.MostNamed);
    }

    private static Finding Found(CheckRule rule, CheckContext context, CoveredShare share)
    {
        var found = share.IsOpen(context.Limits) ? share.Open(rule, context) : share.Found(rule, Outcome.Attention, context);
        found.Args["author"] = share.Subject.Text("author");
        found.Args["change_set"] = share.Subject.Number("change_set");
        return found;
    }
}
