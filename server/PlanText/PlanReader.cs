namespace SpatialPlan.Server.PlanText;

/// <summary>
/// Goes through the lines once and decides of each what it is. Headings and marks are believed when their number
/// follows; a line without a mark goes on with the paragraph before it, unless that one has visibly ended. What has no
/// heading above it is left over, never guessed.
/// </summary>
internal sealed partial class PlanReader
{
    private static readonly PlanPlace Nowhere = new(null, null, null, null, null, null);

    private readonly PlanDefinition _plan;
    private readonly IReadOnlyList<PlanLine> _lines;
    private readonly PlanTextFindings _findings;
    private readonly ParagraphWriter _writer;

    private PlanPlace _place = Nowhere;
    private ParagraphDraft? _draft;
    private IndicatorTable? _table;
    private int _at;

    // Which heading above the line has been read: without it, running text has no number and so no id.
    private bool _inFront;
    private bool _inPart;
    private bool _inChapter;
    private bool _inLostBox;

    // The last number of chains ①, which run through a chapter, and of points 1., which run through a section.
    private int _circled;
    private int _numbered;

    public PlanReader(PlanDefinition plan, IReadOnlyList<PlanLine> lines, PlanTextFindings findings)
    {
        (_plan, _lines, _findings) = (plan, lines, findings);
        _writer = new ParagraphWriter(plan.Code, findings);
        // Text before the first heading is front matter only when the document begins at its beginning.
        _inFront = _lines.Select(line => PlanMarks.PartOrChapter(line.Text)).FirstOrDefault(heading => heading is not null) is { Number: 1 };
    }

    public OutlineDraft Outline { get; } = new();

    public IReadOnlyList<PlanParagraph> Paragraphs => _writer.Written;

    public void Read()
    {
        for (_at = 0; _at < _lines.Count; _at++)
        {
            var line = _lines[_at];
            var taken = TakeContents(line)
                || TakePartOrChapter(line)
                || TakeBox(line)
                || TakeFigure(line)
                || TakeImprint(line)
                || TakeSection(line)
                || TakeTable(line)
                || TakeCircled(line)
                || TakeNumbered(line)
                || TakeDash(line);
            if (!taken)
            {
                TakeText(line);
            }
        }

        EndBlock();
    }

    private void TakeText(PlanLine line)
    {
        if (_draft is { } draft && (draft.HasEnded || draft.Kind == PlanParagraphKind.Front && EndsInFront(draft)))
        {
            Close();
        }

        if (_draft is { Kind: PlanParagraphKind.Chapter } chapter
            && LineMeasure.IsBoxLine(LineMeasure.Of(line.Text))
            && !PlanMarks.IsNote(chapter.Lines[0].Text))
        {
            LoseBox();
        }

        if (_draft is not null)
        {
            _draft.Add(line);
        }
        else if (KindHere() is { } kind)
        {
            _draft = new ParagraphDraft(kind, _place, null, line);
        }
        else
        {
            _findings.LeaveOver(line, _at == 0 ? null : _lines[_at - 1]);
        }
    }

    /// <summary>Titles, addresses and signatures end without a full stop.</summary>
    private static bool EndsInFront(ParagraphDraft draft) => draft.StopsShort || draft.Lines[^1].Text[^1] == '：';

    private PlanParagraphKind? KindHere() =>
        _inLostBox ? null
        : _place.Box is not null ? PlanParagraphKind.BoxText
        : _inChapter ? PlanParagraphKind.Chapter
        : _inPart ? PlanParagraphKind.Part
        : _inFront ? PlanParagraphKind.Front
        : null;

    private void Open(PlanParagraphKind kind, int? number, PlanLine line)
    {
        Close();
        _draft = new ParagraphDraft(kind, _place, number, line);
    }

    /// <summary>Writes the paragraph that was being gathered.</summary>
    private void Close()
    {
        if (_draft is not { } draft)
        {
            return;
        }

        _draft = null;
        if (draft.IsChapterInsideBox && !_inChapter)
        {
            LoseThread();
            _findings.LeaveOver(draft.Lines);
            return;
        }

        if (draft.IsChapterInsideBox)
        {
            draft.BecomeChapter();
            // Before the first item it stands there by mistake of the extraction (box 6-1); after an item the box is over.
            if (_place.Item is not null)
            {
                LeaveBox();
            }
        }

        _writer.Write(draft);
    }

    /// <summary>Ends the paragraph and whatever has no end mark of its own: a box, a table.</summary>
    private void EndBlock()
    {
        Close();
        LeaveBox();
        _inLostBox = false;
        if (_table is { } table)
        {
            Outline.Tables.Add(table.Finish());
            _table = null;
        }
    }

    private void LeaveBox() => _place = _place with { Box = null, Item = null };
}
