using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>One place where the plan states something, as <c>contradictions.json</c> has it.</summary>
public sealed record ContradictionSide(string Paragraph, string Words, double? Value, string? Unit, int? Horizon, string? NoteZh, string? NoteEn);

/// <summary>One thing that the plan states in more than one way.</summary>
public sealed record Contradiction(
    string Code,
    string Kind,
    string TitleZh,
    string TitleEn,
    IReadOnlyList<string> Features,
    IReadOnlyList<ContradictionSide> Sides);

/// <summary>A name that the plan gives for an industry chain, with the list of <c>industries.json</c> it stands in.</summary>
public sealed record IndustryName(string Chain, string List, string Name, string Paragraph, JsonElement Entry);

/// <summary>Reads the two files of the work list and of the chain panorama, the very files that are loaded.</summary>
public static class ContradictionsFiles
{
    private static readonly string[] Lists = ["steps", "products", "enterprises", "institutes", "gaps"];

    public static string Package { get; } = Path.GetFullPath(Path.Combine(TopologyLayers.Folder, ".."));

    public static PlanCatalogue Catalogue { get; } = CatalogueReader.Load(Package);

    public static IReadOnlyList<Contradiction> Contradictions { get; } = Read("contradictions")
        .Select(entry => entry.Deserialize<Contradiction>(JsonFiles.Format)!).ToList();

    public static IReadOnlyList<JsonElement> Industries { get; } = Read("industries");

    public static IReadOnlyList<IndustryName> IndustryNames { get; } =
    [
        .. from industry in Industries
           from list in Lists
           from entry in industry.GetProperty(list).EnumerateArray()
           select new IndustryName(
               industry.GetProperty("industry_chain").GetString()!,
               list,
               (entry.TryGetProperty("zh", out var zh) ? zh : entry.GetProperty("name_zh")).GetString()!,
               entry.GetProperty("paragraph").GetString()!,
               entry),
    ];

    /// <summary>Every paragraph that one of the two files cites.</summary>
    public static IEnumerable<string> Locators =>
        Contradictions.SelectMany(entry => entry.Sides).Select(side => side.Paragraph)
            .Concat(IndustryNames.Select(name => name.Paragraph))
            .Concat(Industries.Select(industry => industry.GetProperty("paragraph").GetString()!))
            .Distinct();

    private static List<JsonElement> Read(string name) =>
        [.. FiguresReading.Read(Path.Combine(Package, name + ".json")).GetProperty(name).EnumerateArray()];
}
