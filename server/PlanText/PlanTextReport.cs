namespace SpatialPlan.Server.PlanText;

/// <summary>What a reading of the document came to.</summary>
public enum PlanTextVerdict
{
    /// <summary>Every part, chapter and box that the plan has, and no line left over.</summary>
    Complete,

    /// <summary>This plan, with something missing or left over; what was found can be used.</summary>
    Partial,

    /// <summary>The text of another plan; nothing of it is used.</summary>
    OtherPlan,

    /// <summary>No text in it.</summary>
    Empty,

    /// <summary>Not a text file.</summary>
    NotText,
}

/// <summary>What was found in the document, what is missing, and what could not be placed. Codes and numbers only.</summary>
public sealed record PlanTextReport(
    PlanTextVerdict Verdict,
    string? Encoding,
    int Characters,
    int Lines,
    int? FirstPage,
    int? LastPage,
    PlanTextCount Parts,
    PlanTextCount Chapters,
    PlanTextCount Boxes,
    int Sections,
    int Figures,
    int Paragraphs,
    IReadOnlyList<UnplacedLines> Unplaced,
    IReadOnlyList<PlanTextIssue> Issues)
{
    /// <summary>Whether paragraphs of this document may be shown as those of the plan.</summary>
    public bool Usable => Verdict is PlanTextVerdict.Complete or PlanTextVerdict.Partial;
}

/// <summary>How many of a level were found, and the numbers of those that were not.</summary>
public sealed record PlanTextCount(int Found, int Expected, IReadOnlyList<string> Missing);

/// <summary>Lines of the document that belong to no paragraph.</summary>
public sealed record UnplacedLines(int FirstLine, int LastLine, int Characters);

/// <summary>Something in the document that is not as it should be.</summary>
/// <remarks>Code is one of <see cref="PlanTextCodes"/>.</remarks>
public sealed record PlanTextIssue(string Code, int? Line, string? Found, string? Expected);

/// <summary>The codes of issues; the words for them are the client's.</summary>
public static class PlanTextCodes
{
    public const string UnreadableCharacters = "unreadable-characters";
    public const string DocumentNumberDiffers = "document-number-differs";
    public const string DocumentNumberMissing = "document-number-missing";
    public const string PageNumberDiffers = "page-number-differs";
    public const string PagesUncertain = "pages-uncertain";
    public const string ContentsSkipped = "contents-skipped";
    public const string HeadingRepeated = "heading-repeated";
    public const string HeadingNotExpected = "heading-not-expected";
    public const string ChapterInOtherPart = "chapter-in-other-part";
    public const string BoxInOtherChapter = "box-in-other-chapter";
    public const string SectionOutOfOrder = "section-out-of-order";
    public const string ItemOutOfOrder = "item-out-of-order";
    public const string RowOutOfOrder = "row-out-of-order";
    public const string ParagraphRepeated = "paragraph-repeated";
}
