using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Parks;

public enum CriterionKind
{
    Degree,
    Target,
    Growth,
    Neighbours,
    Access,
    Policies,
}

public enum MustKind
{
    Chain,
    Cluster,
    Project,
    Word,
    Target,
}

public enum FactKind
{
    Grounds,
    Target,
    Place,
    Property,
    None,
}

/// <summary>What parks are scored by. What it measures, its scale and its rule in words stand in the catalogue.</summary>
/// <param name="Code">Its code, also in <c>weights</c>.</param>
/// <param name="Kind">How it is reckoned.</param>
/// <param name="Weight">Its weight when the question gives none, 0 to 100.</param>
/// <param name="Scale">Hundredths for each term of a degree.</param>
/// <param name="Indicator">Which target.</param>
/// <param name="Horizon">Of which year.</param>
/// <param name="From">Growth since which year.</param>
/// <param name="Collection">Where distances go to.</param>
/// <param name="Collections">Whose features are neighbours.</param>
/// <param name="Relations">The properties by which a feature says with which park it stands.</param>
public sealed record Criterion(
    string Code, CriterionKind Kind, int Weight, IReadOnlyDictionary<string, int>? Scale, string? Indicator, int? Horizon, int? From,
    string? Collection, IReadOnlyList<string>? Collections, IReadOnlyList<string>? Relations)
{
    /// <summary>Its rule in words.</summary>
    public string RuleZh { get; init; } = "";

    public string? RuleEn { get; init; }

    public string? RuleJa { get; init; }

    public string? RuleKo { get; init; }
}

/// <summary>What excludes a park, or keeps it apart where the plan does not answer.</summary>
public sealed record Must(string Code, MustKind Kind, string? Word, string? Indicator);

/// <summary>Something that should be known of a park before anybody goes there.</summary>
public sealed record Fact(string Code, FactKind Kind, string Zh, string En, string? Indicator, int? Horizon, string? Property)
{
    public string? Ja { get; init; }

    public string? Ko { get; init; }
}

/// <summary>The file criteria of the catalogue; without readiness there is no card.</summary>
public sealed record MatchRules(
    string Subjects, string Grounds, string Targets, double MostAccurateM, IReadOnlyList<Criterion> Criteria, IReadOnlyList<Must> Musts, IReadOnlyList<Fact> Facts,
    ReadinessRules? Readiness = null)
{
    /// <summary>Null when the package matches nothing.</summary>
    public static MatchRules? Of(PlanCatalogue catalogue)
    {
        using var document = JsonDocument.Parse(catalogue.Document.Json);
        return document.RootElement.TryGetProperty("criteria", out var file) ? file.Deserialize<MatchRules>(JsonFiles.Format) : null;
    }
}
