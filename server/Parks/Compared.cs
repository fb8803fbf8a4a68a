using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Parks;

/// <summary>What can stand side by side: things of one kind.</summary>
public enum ComparedKind
{
    Park,
    Project,
    IndustryChain,
}

/// <summary>One of them with its names; null where a language has none.</summary>
public sealed record ComparedSubject(string Code, string NameZh, string? NameEn, string? NameJa, string? NameKo);

/// <summary>One to four things of a kind, a row a fact: the same for programs, for the page and for the map.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Subjects">In the order they were asked for.</param>
/// <param name="Rows">Each with a cell for each of them.</param>
/// <param name="Others">What could be added, the most alike first; not all where there are very many.</param>
public sealed record Compared(ComparedKind Kind, IReadOnlyList<ComparedSubject> Subjects, IReadOnlyList<ComparedRow> Rows, IReadOnlyList<ComparedSubject> Others)
{
    /// <summary>As answers call it.</summary>
    public string KindCode => CodeOf(Kind);

    /// <summary>What its profiles are of.</summary>
    public static string ProfileOf(ComparedKind kind) => kind == ComparedKind.IndustryChain ? "industry_chain" : Profile.Feature;

    public static string CodeOf(ComparedKind kind) => kind switch
    {
        ComparedKind.Park => "park",
        ComparedKind.Project => "project",
        _ => "industry-chain",
    };
}
