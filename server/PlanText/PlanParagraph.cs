namespace SpatialPlan.Server.PlanText;

/// <summary>What a paragraph is; decides the form of its id.</summary>
public enum PlanParagraphKind
{
    /// <summary>Before the first part: notice, title, preface. <c>fyp14-front-p3</c>.</summary>
    Front,

    /// <summary>Preamble of a part. <c>fyp14-part-4-p1</c>.</summary>
    Part,

    /// <summary>Running text of a chapter, boxes not counted. <c>fyp14-chapter-20-p3</c>.</summary>
    Chapter,

    /// <summary>A numbered item of a box, with all its lines. <c>fyp14-box-4-1-item-3</c>.</summary>
    BoxItem,

    /// <summary>A paragraph of a box without a number. <c>fyp14-box-4-13-p1</c>.</summary>
    BoxText,

    /// <summary>A row of the table of indicators. <c>fyp14-chapter-6-row-4</c>.</summary>
    TableRow,

    /// <summary>The caption of a figure, all that the extraction kept of it. <c>fyp14-figure-6-1</c>.</summary>
    Figure,

    /// <summary>The last line: who printed the document, and when. <c>fyp14-imprint-p1</c>.</summary>
    Imprint,
}

/// <summary>Where in the outline something stands; null where the level does not apply.</summary>
public sealed record PlanPlace(int? Part, int? Chapter, int? Section, int? Subsection, string? Box, int? Item);

/// <summary>A paragraph with its locator. Text is one line: the wraps of the page are gone, nothing else is changed.</summary>
/// <remarks>
/// Id is the locator, a contract (docs/data-model.md); Number the number of the item or row, or the count of the
/// paragraph; Page the printed page on which it begins, and PageBreaks say where in the text a further one begins.
/// </remarks>
public sealed record PlanParagraph(
    string Id,
    PlanParagraphKind Kind,
    PlanPlace Place,
    int Number,
    int Page,
    string Text,
    IReadOnlyList<PlanPageBreak> PageBreaks,
    int FirstLine,
    int LastLine)
{
    /// <summary>The sentences in order; together they are the whole text.</summary>
    public IReadOnlyList<PlanSentence> Sentences => PlanSentences.Split(this);

    /// <summary>The printed page on which the character at this offset stands.</summary>
    public int PageAt(int offset)
    {
        var page = Page;
        foreach (var pageBreak in PageBreaks)
        {
            if (pageBreak.Offset <= offset)
            {
                page = pageBreak.Page;
            }
        }

        return page;
    }
}

/// <summary>From this offset on the text stands on this printed page.</summary>
public sealed record PlanPageBreak(int Offset, int Page);

/// <summary>A sentence as offsets into the text of its paragraph.</summary>
public sealed record PlanSentence(int Start, int Length, int Page)
{
    public string In(PlanParagraph paragraph) => paragraph.Text.Substring(Start, Length);
}
