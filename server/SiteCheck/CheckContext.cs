using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.SiteCheck.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What a rule may go by: the site, what is said of it, and the plan at one revision.</summary>
public sealed class CheckContext(CheckCatalogue checks, PlanCatalogue catalogue, CheckQuestion question, CheckedSite? site, GeometryFault? fault, SubjectSet subjects, SubjectStore store, Duplicates duplicates)
{
    private readonly Dictionary<PlanGeometry, Overlap> overlaps = [];
    private Task<IReadOnlyDictionary<string, NearSubjects>>? near;

    public CheckLimits Limits => checks.Limits;

    public PlanCatalogue Catalogue => catalogue;

    public SiteAttributes Attributes => question.Attributes;

    public DrawnGeometry? Drawn => question.Geometry;

    /// <summary>Null where nothing is drawn, or what is drawn has a fault.</summary>
    public CheckedSite? Site => site;

    public GeometryFault? Fault => fault;

    /// <summary>Where the fault is, in longitude and latitude; null when that is no place on earth.</summary>
    public Coordinate? FaultPlace { get; init; }

    public Duplicates Duplicates => duplicates;

    /// <summary>Sites of others that are in review, for who may know of them; null for who asks without an account.</summary>
    public Func<CheckRule, CheckedSite, CancellationToken, Task<IReadOnlyList<PlanSubject>>>? Pending { get; init; }

    /// <summary>Ends what is measured on the ground: when the time of the check is over, or nobody waits for it any more.</summary>
    public CancellationToken Clock { get; init; }

    /// <summary>Ends all that is asked beside validity: the time of many sites together is over.</summary>
    public CancellationToken Until { get; init; }

    /// <summary>m²: of the drawing where there is one, else what the form says.</summary>
    public double? LandArea => site is { Area: > 0 } ? site.Area : Attributes.Number("land_area_m2");

    /// <summary>A figure of the form, or of the drawing.</summary>
    public double? Figure(string name) => name == "land_area_m2" ? LandArea : Attributes.Number(name);

    /// <summary>The features a rule looks at, but for the site's own.</summary>
    /// <exception cref="OperationCanceledException">See <see cref="Clock"/>; so with all that measures.</exception>
    public async ValueTask<IReadOnlyList<PlanSubject>> Subjects(CheckRule rule) =>
        [.. subjects.Of(rule).Where(subject => subject.Code != Attributes.Code), .. (await Near(rule)).Subjects];

    /// <summary>Those that the database was asked for; all rules have them by one question.</summary>
    public async ValueTask<NearSubjects> Near(CheckRule rule) =>
        rule.Subjects is { IsAsked: true } && site is not null
            ? (await (near ??= store.Asked!.Near(site, Attributes.Code, subjects, Clock))).GetValueOrDefault(rule.Key, NearSubjects.None)
            : NearSubjects.None;

    /// <summary>Those of them that are drawn.</summary>
    public async ValueTask<IReadOnlyList<PlanSubject>> DrawnSubjects(CheckRule rule) =>
        [.. (await Subjects(rule)).Where(subject => subject.Shape is not null)];

    /// <summary>A rule looks at more features than are held.</summary>
    public bool IsCut(CheckRule rule) => subjects.Cut.Contains(rule.Key);

    /// <summary>The feature that the form names, among those a rule looks at.</summary>
    public PlanSubject? Named(CheckRule rule, string attribute) =>
        Attributes.Text(attribute) is { } code ? subjects.Of(rule).FirstOrDefault(subject => subject.Code == code) : null;

    public PeerRange? Peers(CheckRule rule, string chain) => subjects.Peers.GetValueOrDefault((rule.Code, chain));

    /// <summary>How the site and a feature lie; reckoned once for all rules that look at the same.</summary>
    public Overlap OverlapWith(PlanGeometry shape)
    {
        if (!overlaps.TryGetValue(shape, out var overlap))
        {
            Clock.ThrowIfCancellationRequested();
            overlaps[shape] = overlap = Overlap.Of(site!, shape);
        }

        return overlap;
    }

    /// <summary>The nearest of what is drawn, one at least, and how many metres it is away.</summary>
    public (PlanSubject Subject, double Metres) Nearest(IReadOnlyList<PlanSubject> drawn) => NearestSubject.Of(drawn, site!, Clock);
}
