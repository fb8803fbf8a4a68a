using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What a rule has found.</summary>
public enum Outcome
{
    /// <summary>It looks wrong, or needs a reason.</summary>
    Attention,

    /// <summary>It is as it should be.</summary>
    Fits,

    /// <summary>Looked at, nothing there.</summary>
    NoHit,

    /// <summary>What is known does not decide it.</summary>
    CannotCheck,
}

/// <summary>From a least to a most, in the unit of the value it belongs to.</summary>
public readonly record struct Extent(double Least, double Most)
{
    public double Width => Most - Least;
}

/// <summary>How much of the site lies on a subject: m² of an area, metres of a line.</summary>
public sealed record OverlapSize(double Size, Extent Range, double Percent);

/// <summary>One answer of a rule; codes and numbers, never words.</summary>
public sealed record Finding(CheckRule Rule, Outcome Outcome)
{
    /// <summary>Of the finding, where it is not that of the rule.</summary>
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>The feature it is about; null when it is about all that a rule looks at, or about none.</summary>
    public PlanSubject? Subject { get; init; }

    /// <summary>What stands for the subject in the id of a finding that is about no feature.</summary>
    public string? Key { get; init; }

    public double? Value { get; init; }

    public string? Unit { get; init; }

    public Extent? Range { get; init; }

    public OverlapSize? Overlap { get; init; }

    /// <summary>Metres to the subject.</summary>
    public (double Metres, Extent Range)? Distance { get; init; }

    /// <summary>The geometry of the hit, in the plane: made of what an answer names, which is not all that is found.</summary>
    public Lazy<Geometry?>? Where { get; init; }

    /// <summary>The same where it is no place of the plane.</summary>
    public Coordinate? WherePlace { get; init; }

    public JsonObject Args { get; init; } = [];

    /// <summary>Beside those of the subject: where else the plan says so.</summary>
    public JsonArray? Citations { get; init; }

    /// <summary>The collection whose better geometry would decide it.</summary>
    public string? Layer { get; init; }

    /// <summary>What was folded into this row.</summary>
    public IReadOnlyList<Finding> Folded { get; init; } = [];

    /// <summary>Unique in an answer, and the same as long as the rule and the subject are: what a contest or a list holds on to.</summary>
    public string Id => (Subject?.Code ?? Key) is { } about ? $"{Rule.Key}:{about}" : Rule.Key;
}
