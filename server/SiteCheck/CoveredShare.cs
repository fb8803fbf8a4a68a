using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.SiteCheck.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>How much of a site a subject covers, in per cent, with the range that the accuracy of its drawing leaves.</summary>
/// <param name="Subject">A subject that is drawn.</param>
/// <param name="Overlap">How they lie.</param>
/// <param name="Percent">Of the site, as it is drawn.</param>
/// <param name="Range">Of the site, from eroded to dilated.</param>
/// <param name="IsSliver">What is drawn of it is so narrow that it is no certain hit.</param>
public sealed record CoveredShare(PlanSubject Subject, Overlap Overlap, double Percent, Extent Range, bool IsSliver)
{
    private const double Whole = 100;

    public static CoveredShare Of(CheckContext context, PlanSubject subject)
    {
        var (site, limits) = (context.Site!, context.Limits);
        var overlap = context.OverlapWith(subject.Shape!);
        double Share(double size) => Math.Min(Whole, Whole * size / site.Size);
        var isSliver = overlap.Part is not null && IsNarrow(overlap, site, Share(overlap.Drawn), limits);
        return new CoveredShare(subject, overlap, Share(overlap.Drawn), new Extent(isSliver ? 0 : Share(overlap.Least), Share(overlap.Most)), isSliver);
    }

    /// <summary>Those of what is drawn whose box the accuracy of their drawing brings to the site's: of the others nothing can lie on it.</summary>
    public static IEnumerable<CoveredShare> Near(IEnumerable<PlanSubject> drawn, CheckContext context)
    {
        var box = context.Site!.Geometry.EnvelopeInternal;
        return drawn.Where(subject => subject.Shape!.Envelope.Distance(box) <= subject.Shape.Accuracy).Select(subject => Of(context, subject));
    }

    /// <summary>Neither the drawing nor its accuracy brings the subject to the site.</summary>
    public bool IsApart => Range.Most <= 0 && Percent <= 0;

    /// <summary>The range leaves more than so much of what is possible.</summary>
    public bool IsOpen(CheckLimits limits) => Range.Width > limits.UndecidedPercent;

    /// <summary>A finding with all that is known of it.</summary>
    public Finding Found(CheckRule rule, Outcome outcome, CheckContext context)
    {
        var site = context.Site!;
        var args = new JsonObject();
        if (IsSliver)
        {
            args["sliver"] = true;
        }

        return new Finding(rule, outcome)
        {
            Subject = Subject,
            Value = Percent,
            Unit = "%",
            Range = Range,
            Overlap = site.Dimension == Dimension.Point ? null : new OverlapSize(Overlap.Drawn, new Extent(Range.Least > 0 ? Overlap.Least : 0, Overlap.Most), Percent),
            Distance = (Overlap.Distance, new Extent(Overlap.DistanceLeast, Overlap.DistanceMost)),
            Where = Overlap.Part,
            Args = args,
        };
    }

    /// <summary>The same as one that the accuracy of the subject's layer leaves open.</summary>
    public Finding Open(CheckRule rule, CheckContext context)
    {
        var open = Found(rule, Outcome.CannotCheck, context) with { Layer = Subject.Collection };
        open.Args["reason"] = "accuracy";
        return open;
    }

    // A strip along an edge has an area of half its circumference times its width. Most are so far from being one that it needs no cutting.
    private static bool IsNarrow(Overlap overlap, CheckedSite site, double percent, CheckLimits limits) =>
        site.Dimension == Dimension.Surface
        && (percent < limits.SliverPercent
            || (overlap.Drawn < limits.SliverWidthM * overlap.LengthAtMost / 2
                && overlap.Part?.Value is { } part && !ReferenceEquals(part, site.Geometry) && site.AreaOf(part) < limits.SliverWidthM * site.LengthOf(part) / 2));
}
