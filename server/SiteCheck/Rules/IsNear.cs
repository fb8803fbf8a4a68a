namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>How far the nearest of the subjects is, as the crow flies.</summary>
public sealed class IsNear : ISiteRule
{
    private const double Whole = 100;

    public string Kind => "distance";

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        if (context.Site is not { } site)
        {
            return [];
        }

        var drawn = await context.DrawnSubjects(rule);
        if (drawn.Count == 0)
        {
            return [NoHits.Of(rule, [], context)];
        }

        var (nearest, metres) = context.Nearest(drawn);
        var accuracy = nearest.Shape!.Accuracy;
        var range = new Extent(Math.Max(0, metres - accuracy), metres + accuracy);
        var isOpen = Written.Number(range.Width) > rule.Read<Reach>().PossibleM * context.Limits.UndecidedPercent / Whole;
        var found = new Finding(rule, isOpen ? Outcome.CannotCheck : Outcome.Fits)
        {
            Subject = nearest,
            Value = metres,
            Unit = "m",
            Range = range,
            Distance = (metres, range),
            Where = metres > 0 ? new(() => site.Geometry.Factory.CreateLineString([.. nearest.Shape.NearestTo(site).Reverse()]), isThreadSafe: false) : null,
            Layer = isOpen ? nearest.Collection : null,
        };
        if (isOpen)
        {
            found.Args["reason"] = "accuracy";
        }

        return [found];
    }

    private sealed record Reach(double PossibleM);
}
