namespace SpatialPlan.Server.Catalogue;

/// <summary>The outline numbers of a plan: enough to say whether a locator can exist and in which part it stands.</summary>
public sealed record PlanDefinition(
    string Code,
    string Number,
    Words Title,
    string Date,
    IReadOnlyList<PlanPart> Parts,
    IReadOnlyList<PlanBox> Boxes)
{
    public PlanPart? PartOfChapter(int chapter) =>
        Parts.FirstOrDefault(part => chapter >= part.Chapters[0] && chapter <= part.Chapters[^1]);

    public PlanBox? FindBox(string box) => Boxes.FirstOrDefault(known => known.Box == box);
}

/// <summary>A part and its first and last chapter.</summary>
public sealed record PlanPart(int Number, IReadOnlyList<int> Chapters);

/// <summary>A box (专栏) and the chapter it stands in.</summary>
public sealed record PlanBox(string Box, int Chapter);
