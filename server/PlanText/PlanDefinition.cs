using System.Text.Json;

namespace SpatialPlan.Server.PlanText;

/// <summary>What is known of a plan without its text: the numbers of its outline, from <c>catalogue/plans.json</c>.</summary>
/// <remarks>
/// Code is the prefix of every locator (<c>fyp14</c>); DocumentNumber the number printed at the head of the document;
/// Place a name that every plan of this place is full of: it tells a torso of this plan from another plan.
/// </remarks>
public sealed record PlanDefinition(
    string Code,
    string DocumentNumber,
    string Place,
    IReadOnlyList<PartDefinition> Parts,
    IReadOnlyList<BoxDefinition> Boxes)
{
    /// <summary>Printed page = this + the page starts seen in the extraction.</summary>
    public int PagesBeforeText { get; init; } = 5;

    public IEnumerable<int> Chapters =>
        Parts.SelectMany(part => Enumerable.Range(part.FirstChapter, part.LastChapter - part.FirstChapter + 1));

    public int? PartOf(int? chapter) =>
        Parts.FirstOrDefault(part => chapter >= part.FirstChapter && chapter <= part.LastChapter)?.Number;

    public int? ChapterOf(string box) => Boxes.FirstOrDefault(known => known.Box == box)?.Chapter;

    /// <summary>Reads one entry of <c>plans</c> in <c>catalogue/plans.json</c>.</summary>
    public static PlanDefinition FromCatalogue(JsonElement plan) => new(
        plan.GetProperty("code").GetString()!,
        plan.GetProperty("number").GetString()!,
        // The Chinese title opens with the place and goes on with the quoted name of the period.
        plan.GetProperty("title").GetProperty("zh").GetString()!.Split('“')[0],
        [.. plan.GetProperty("parts").EnumerateArray().Select(PartDefinition.FromCatalogue)],
        [.. plan.GetProperty("boxes").EnumerateArray().Select(BoxDefinition.FromCatalogue)]);
}

/// <summary>A part (篇) and the chapters (章) it holds.</summary>
public sealed record PartDefinition(int Number, int FirstChapter, int LastChapter)
{
    internal static PartDefinition FromCatalogue(JsonElement part) => new(
        part.GetProperty("number").GetInt32(),
        part.GetProperty("chapters")[0].GetInt32(),
        part.GetProperty("chapters")[1].GetInt32());
}

/// <summary>A box (专栏) and the chapter it stands in.</summary>
public sealed record BoxDefinition(string Box, int Chapter)
{
    internal static BoxDefinition FromCatalogue(JsonElement box) =>
        new(box.GetProperty("box").GetString()!, box.GetProperty("chapter").GetInt32());
}
