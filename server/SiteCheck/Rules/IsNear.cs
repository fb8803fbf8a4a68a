using NetTopologySuite.Geometries;

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

        var drawn = (await context.Subjects(rule, cancel)).Where(subject => subject.Shape is not null).ToList();
        if (drawn.Count == 0)
        {
            return [NoHits.Of(rule, [])];
        }

        var (nearest, metres) = Nearest(drawn, site.Geometry);
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
            Where = metres > 0 ? site.Geometry.Factory.CreateLineString([.. nearest.Shape.NearestTo(site.Geometry).Reverse()]) : null,
            Layer = isOpen ? nearest.Collection : null,
        };
        if (isOpen)
        {
            found.Args["reason"] = "accuracy";
        }

        return [found];
    }

    // By their boxes first: of a plan few lines need to be measured. Of several that are equally near, where roads cross, the
    // one that is placed best says most.
    private static (PlanSubject Subject, double Metres) Nearest(List<PlanSubject> subjects, Geometry site)
    {
        var box = site.EnvelopeInternal;
        (PlanSubject? Subject, double Metres) nearest = (null, double.PositiveInfinity);
        foreach (var (subject, least) in subjects.Select(subject => (subject, subject.Shape!.Envelope.Distance(box))).OrderBy(one => one.Item2))
        {
            if (least > nearest.Metres)
            {
                break;
            }

            if (subject.Shape!.DistanceTo(site) is var metres && (nearest.Subject is not { } best || Rank(metres, subject).CompareTo(Rank(nearest.Metres, best)) < 0))
            {
                nearest = (subject, metres);
            }
        }

        return (nearest.Subject!, nearest.Metres);
    }

    private static (double, double, string) Rank(double metres, PlanSubject subject) => (Written.Number(metres), subject.Shape!.Accuracy, subject.Code);

    private sealed record Reach(double PossibleM);
}
