namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>
/// Sites of others that are still in review. What is in review nobody sees who is not signed in, so this answers nothing
/// where everybody asks; who submits is answered where change sets are.
/// </summary>
public sealed class PendingSites : ISiteRule
{
    public string Kind => "pending";

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel) =>
        new(context.Site is null ? []
            : [.. context.Pending.Where(subject => subject.Code != context.Attributes.Code && subject.Shape is not null).Select(subject => CoveredShare.Of(context, subject))
                .Where(share => share.Percent > 0 && !share.IsSliver).Select(share => share.Found(rule, Outcome.Attention, context))]);
}
