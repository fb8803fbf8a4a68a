using SpatialPlan.Server.SiteCheck.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// The nearest of what is drawn. By their boxes first: of a plan few features need to be measured. Of several that are equally
/// near, where roads cross, the one that is placed best says most.
/// </summary>
internal static class NearestSubject
{
    /// <param name="subjects">One at least, all drawn.</param>
    /// <param name="site">In the plane.</param>
    /// <param name="cancel">Ends it.</param>
    public static (PlanSubject Subject, double Metres) Of(IReadOnlyList<PlanSubject> subjects, CheckedSite site, CancellationToken cancel)
    {
        var box = site.Geometry.EnvelopeInternal;
        (PlanSubject? Subject, double Metres) nearest = (null, double.PositiveInfinity);
        foreach (var (subject, least) in subjects.Select(subject => (subject, subject.Shape!.Envelope.Distance(box))).OrderBy(one => one.Item2))
        {
            cancel.ThrowIfCancellationRequested();
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
}
