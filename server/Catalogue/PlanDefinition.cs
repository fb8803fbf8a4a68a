namespace SpatialPlan.Server.Catalogue;

/// <summary>The outline numbers of a plan: enough to say whether a locator can exist and in which part it stands.</summary>
public sealed record PlanDefinition(
    string Code,
    string Number,
    Words Title,
    string Date,
    IReadOnlyList<PlanPart> Parts,
    IReadOnlyList<PlanSections> Sections,
    IReadOnlyList<PlanBox> Boxes)
{
    public PlanPart? PartOfChapter(int chapter) =>
        Parts.FirstOrDefault(part => chapter >= part.Chapters[0] && chapter <= part.Chapters[^1]);

    public PlanBox? FindBox(string box) => Boxes.FirstOrDefault(known => known.Box == box);
}

/// <summary>A part and its first and last chapter.</summary>
public sealed record PlanPart(int Number, IReadOnlyList<int> Chapters);

/// <summary>The sections （一）, （二）… of a chapter, each by the number of the paragraph it begins with.</summary>
public sealed record PlanSections(int Chapter, IReadOnlyList<int> Paragraphs)
{
    /// <summary>The section a paragraph of the chapter stands in; null before the first.</summary>
    public int? Of(int paragraph) => Paragraphs.Count(first => first <= paragraph) is > 0 and var section ? section : null;
}

/// <summary>A box (专栏), the chapter it stands in, and the section where the chapter has sections.</summary>
public sealed record PlanBox(string Box, int Chapter, int? Section = null);
