using System.Text;

namespace SpatialPlan.Server.PlanText;

/// <summary>A paragraph while its lines are being gathered.</summary>
internal sealed class ParagraphDraft(PlanParagraphKind kind, PlanPlace place, int? number, PlanLine first)
{
    private readonly List<PlanLine> _lines = [first];
    private double _lastWidth = LineMeasure.Of(first.Text) + LineMeasure.Indent;
    private double _widest = LineMeasure.Of(first.Text) + LineMeasure.Indent;

    public PlanParagraphKind Kind { get; private set; } = kind;

    public PlanPlace Place { get; private set; } = place;

    /// <summary>The number printed in front of it; null for paragraphs that are counted.</summary>
    public int? Number { get; } = number;

    public IReadOnlyList<PlanLine> Lines => _lines;

    public void Add(PlanLine line)
    {
        _lines.Add(line);
        _lastWidth = LineMeasure.Of(line.Text);
        _widest = Math.Max(_widest, _lastWidth);
    }

    /// <summary>Whether the last line is the last of the paragraph: it ends a sentence and stops visibly short.</summary>
    public bool HasEnded => EndsSentence && StopsShort;

    public bool EndsSentence => PlanMarks.EndsSentence(_lines[^1].Text);

    public bool StopsShort => LineMeasure.IsShort(_lastWidth, IsSetAsBox ? LineMeasure.Box : LineMeasure.Chapter);

    /// <summary>
    /// Text without a number inside a box, set in the width of a chapter: the chapter goes on there. One line is not
    /// enough to tell.
    /// </summary>
    public bool IsChapterInsideBox => Kind == PlanParagraphKind.BoxText && _lines.Count > 1 && !IsSetAsBox;

    public void BecomeChapter()
    {
        Kind = PlanParagraphKind.Chapter;
        Place = Place with { Box = null, Item = null };
    }

    private bool IsSetAsBox =>
        Kind == PlanParagraphKind.BoxItem
        || Kind == PlanParagraphKind.BoxText && _widest > LineMeasure.BetweenChapterAndBox;

    public PlanParagraph Finish(string id, int number)
    {
        var text = new StringBuilder();
        var breaks = new List<PlanPageBreak>();
        var page = _lines[0].Page;
        foreach (var line in _lines)
        {
            if (text.Length > 0 && NeedsSpace(text[^1], line.Text[0]))
            {
                text.Append(' ');
            }

            if (line.Page != page)
            {
                page = line.Page;
                breaks.Add(new PlanPageBreak(text.Length, page));
            }

            text.Append(line.Text);
        }

        return new PlanParagraph(
            id, Kind, Place, number, _lines[0].Page, text.ToString(), breaks, _lines[0].Number, _lines[^1].Number);
    }

    /// <summary>Chinese runs on over a line break; Latin words and the cells of a table do not.</summary>
    private bool NeedsSpace(char before, char after) =>
        Kind == PlanParagraphKind.TableRow || char.IsAsciiLetter(before) && char.IsAsciiLetter(after);
}
