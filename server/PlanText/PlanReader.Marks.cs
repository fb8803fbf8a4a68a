namespace SpatialPlan.Server.PlanText;

/// <summary>Marks inside a chapter: sections, chains, points, items of a box, dashes, rows of the table.</summary>
internal sealed partial class PlanReader
{
    private const int LargestGap = 5;

    private bool TakeSection(PlanLine line)
    {
        if (PlanMarks.Section(line.Text) is not var (number, title))
        {
            return false;
        }

        if (!_inChapter)
        {
            return LoseChapter();
        }

        if (number == 1 && _place.Section is not null && _draft is { EndsSentence: true } last)
        {
            // Sections begin anew only in a new chapter: its heading is missing.
            _findings.Report(PlanTextCodes.SectionOutOfOrder, line.Number, number, _place.Section + 1);
            LeaveOverBeginning(last);
            return LoseChapter();
        }

        if (!Follows(number, _place.Section ?? 0, PlanTextCodes.SectionOutOfOrder, line))
        {
            return false;
        }

        EndBlock();
        _numbered = 0;
        _place = _place with { Section = number, Subsection = null };
        AddSection(null, number, title, line);
        return true;
    }

    private bool TakeCircled(PlanLine line)
    {
        if (PlanMarks.Circled(line.Text) is not var (number, title))
        {
            return false;
        }

        if (!_inChapter)
        {
            return LoseChapter();
        }

        if (!Follows(number, _circled, PlanTextCodes.ItemOutOfOrder, line))
        {
            return false;
        }

        EndBlock();
        _circled = number;
        _place = _place with { Subsection = number };
        AddSection(_place.Section, number, title, line);
        return true;
    }

    private bool TakeNumbered(PlanLine line)
    {
        if (PlanMarks.Numbered(line.Text) is not var (number, title))
        {
            return false;
        }

        if (_place.Box is not null)
        {
            // A chapter's text that follows the last item ends the box; a number after it is not an item.
            return Follows(number, _place.Item ?? 0, PlanTextCodes.ItemOutOfOrder, line) && TakeItem(number, line);
        }

        if (_inChapter && LineMeasure.IsBoxLine(LineMeasure.Of(line.Text) + LineMeasure.Indent))
        {
            LoseBox();
            return false;
        }

        if (!_inChapter || _inLostBox || _place.Section is null || !Follows(number, _numbered, PlanTextCodes.ItemOutOfOrder, line))
        {
            return false;
        }

        Close();
        _numbered = number;
        _place = _place with { Subsection = number };
        AddSection(_place.Section, number, title, line);
        return true;
    }

    private bool TakeItem(int number, PlanLine line)
    {
        Close();
        if (_place.Box is null)
        {
            return false;
        }

        _place = _place with { Item = number };
        Open(PlanParagraphKind.BoxItem, number, line);
        return true;
    }

    private bool TakeDash(PlanLine line)
    {
        if (!_inChapter || _inLostBox || _place.Box is not null || !PlanMarks.IsDash(line.Text)
            || _draft is { EndsSentence: false })
        {
            return false;
        }

        Open(PlanParagraphKind.Chapter, null, line);
        return true;
    }

    private bool TakeTable(PlanLine line)
    {
        if (_table is null)
        {
            if (!_inChapter || _place.Box is not null || !PlanMarks.IsTableTitle(line.Text))
            {
                return false;
            }

            EndBlock();
            _table = new IndicatorTable(_place.Chapter!.Value, line, _findings);
            return true;
        }

        if (PlanMarks.IsNote(line.Text))
        {
            EndBlock();
            Open(PlanParagraphKind.Chapter, null, line);
            return true;
        }

        var (before, row, number) = _table.Split(line);
        if (before is not null)
        {
            _draft?.Add(before);
        }

        if (row is not null)
        {
            Open(PlanParagraphKind.TableRow, number, row);
        }

        return true;
    }

    private void AddSection(int? parent, int number, string title, PlanLine line)
    {
        var chapter = _place.Chapter!.Value;
        Outline.Sections.Add(new PlanSection(chapter, parent, number, title, line.Page, _writer.NextOfChapter(chapter)));
        Open(PlanParagraphKind.Chapter, null, line);
    }

    /// <summary>
    /// Whether a number is the next one. A gap is believed, and reported, where the paragraph before has ended: a line
    /// of running text may begin with any number.
    /// </summary>
    private bool Follows(int number, int last, string code, PlanLine line)
    {
        if (number == last + 1)
        {
            return true;
        }

        if (number <= last || number > last + LargestGap || _draft is { HasEnded: false })
        {
            return false;
        }

        _findings.Report(code, line.Number, number, last + 1);
        return true;
    }
}
