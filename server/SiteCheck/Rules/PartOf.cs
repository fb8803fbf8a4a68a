namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>How much of the site lies in each of the parts that the plan divides its ground into; the one that the form names is marked.</summary>
public sealed class PartOf : ISiteRule
{
    private const double Whole = 100;

    public string Kind => "part";

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        if (context.Site is null)
        {
            return [];
        }

        var declared = rule.Parameters.ValueKind == System.Text.Json.JsonValueKind.Object && rule.Read<Declaration>().Declared is { } attribute ? context.Attributes.Text(attribute) : null;
        var drawn = await context.DrawnSubjects(rule);
        var touched = CoveredShare.Near(drawn, context).Where(share => !share.IsApart && share.Subject.Code != declared)
            .Concat(drawn.Where(subject => subject.Code == declared).Select(subject => CoveredShare.Of(context, subject)))
            .Select(share => Found(rule, context, share, declared)).ToList();
        return touched.Count == 0 ? [NoHits.Of(rule, drawn, context)] : Naming.Bound(rule, touched, 0, context.Limits.MostNamed);
    }

    private static Finding Found(CheckRule rule, CheckContext context, CoveredShare share, string? declared)
    {
        var isDeclared = share.Subject.Code == declared;
        var isWhole = share.Percent >= Whole - context.Limits.SliverPercent;
        var found = share.IsOpen(context.Limits) ? share.Open(rule, context)
            : share.Found(rule, isWhole ? Outcome.Fits : share.Percent > 0 && !share.IsSliver || isDeclared ? Outcome.Attention : Outcome.NoHit, context);
        if (isDeclared)
        {
            found.Args["declared"] = true;
        }

        return isDeclared && found.Outcome == Outcome.Attention ? found with { Severity = Severity.Warning } : found;
    }

    private sealed record Declaration(string? Declared);
}
