namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>The area that the form states agrees with the drawing.</summary>
public sealed class Agrees : ISiteRule
{
    private const double Whole = 100;

    public string Kind => "agreement";

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var entry = rule.Read<Entry>();
        return new(context.Site is { Area: > 0 and var area } && context.Attributes.Number(entry.Attribute) is { } stated
            ? [new Finding(rule, Math.Abs(stated - area) <= entry.TolerancePercent / Whole * area ? Outcome.Fits : Outcome.Attention)
                {
                    Value = area,
                    Unit = entry.Unit,
                    Args = new() { ["stated"] = stated },
                }]
            : []);
    }

    private sealed record Entry(string Attribute, double TolerancePercent, string Unit);
}
