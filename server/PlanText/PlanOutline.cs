namespace SpatialPlan.Server.PlanText;

/// <summary>The outline as the text has it: parts, their chapters, and what stands in a chapter.</summary>
public sealed record PlanOutline(IReadOnlyList<PlanPart> Parts)
{
    public IEnumerable<PlanChapter> Chapters => Parts.SelectMany(part => part.Chapters);

    public IEnumerable<PlanBox> Boxes => Chapters.SelectMany(chapter => chapter.Boxes);

    public IEnumerable<PlanFigure> Figures => Chapters.SelectMany(chapter => chapter.Figures);
}

/// <summary>A part 篇. Title and page are null when only its chapters were found.</summary>
public sealed record PlanPart(int Number, string? Title, int? Page, IReadOnlyList<PlanChapter> Chapters);

/// <summary>A chapter 章. Title and page are null when only its boxes were found.</summary>
public sealed record PlanChapter(
    int Number,
    string? Title,
    int? Page,
    IReadOnlyList<PlanSection> Sections,
    IReadOnlyList<PlanBox> Boxes,
    IReadOnlyList<PlanTable> Tables,
    IReadOnlyList<PlanFigure> Figures);

/// <summary>A section （一）, or inside one a chain ① or a point 1.: Parent is the section then.</summary>
/// <remarks>Paragraph is the locator it begins with.</remarks>
public sealed record PlanSection(int Chapter, int? Parent, int Number, string Title, int Page, string Paragraph);

/// <summary>A box 专栏. It has a heading but no end mark: its last paragraph is where our rules end it.</summary>
public sealed record PlanBox(
    string Box, int Chapter, int? Section, string Title, int Page, int Items, string? FirstParagraph, string? LastParagraph);

/// <summary>The table of indicators; each group names the first row below it.</summary>
public sealed record PlanTable(int Chapter, string Title, int Page, int Rows, IReadOnlyList<PlanTableGroup> Groups);

public sealed record PlanTableGroup(string Title, int FirstRow);

/// <summary>A figure, of which the extraction kept the caption.</summary>
public sealed record PlanFigure(string Figure, int Chapter, string Title, int Page, string Paragraph);
