namespace SpatialPlan.Server.PlanText;

/// <summary>Headings: parts, chapters, boxes, figures, and the last line of the document.</summary>
internal sealed partial class PlanReader
{
    private bool TakeContents(PlanLine line)
    {
        if (!PlanMarks.IsContentsLine(line.Text))
        {
            return false;
        }

        _findings.Report(PlanTextCodes.ContentsSkipped, line.Number, null, null);
        return true;
    }

    private bool TakePartOrChapter(PlanLine line)
    {
        if (PlanMarks.PartOrChapter(line.Text) is not { } heading)
        {
            return false;
        }

        EndBlock();
        var title = heading.Title + RestOfHeading(heading.Title);
        var (known, repeated) = heading.IsPart
            ? (_plan.Parts.Any(part => part.Number == heading.Number), Outline.Parts.Contains(heading.Number) && _writer.HasPart(heading.Number))
            : (_plan.PartOf(heading.Number) is not null, Outline.Chapters.Contains(heading.Number) && _writer.HasChapter(heading.Number));
        if (!known || repeated)
        {
            // A heading that came before without any text under it was one of a table of contents.
            _findings.Report(known ? PlanTextCodes.HeadingRepeated : PlanTextCodes.HeadingNotExpected, line.Number, heading.Number, null);
            LoseThread();
        }
        else if (heading.IsPart)
        {
            Outline.SetPart(heading.Number, title, line.Page);
            _place = Nowhere with { Part = heading.Number };
            (_inFront, _inPart, _inChapter) = (false, true, false);
        }
        else
        {
            BeginChapter(heading.Number, title, line);
        }

        return true;
    }

    private void BeginChapter(int number, string title, PlanLine line)
    {
        var part = _plan.PartOf(number);
        if (_place.Part is { } here && here != part)
        {
            _findings.Report(PlanTextCodes.ChapterInOtherPart, line.Number, here, part);
        }

        Outline.SetChapter(number, title, line.Page);
        _place = Nowhere with { Part = part, Chapter = number };
        (_inFront, _inPart, _inChapter) = (false, false, true);
        (_circled, _numbered) = (0, 0);
    }

    /// <summary>A heading goes on after a comma, or on a line that stops early without any mark at its end.</summary>
    private string RestOfHeading(string title)
    {
        var rest = "";
        while (_at + 1 < _lines.Count)
        {
            var next = _lines[_at + 1].Text;
            var isOther = PlanMarks.PartOrChapter(next) is not null || PlanMarks.Box(next) is not null || PlanMarks.Section(next) is not null;
            var goesOn = (title + rest).EndsWith('，')
                || LineMeasure.Of(next) <= LineMeasure.HeadingRest && !PlanMarks.EndsSentence(next) && next[^1] is not ('，' or '、');
            if (isOther || !goesOn)
            {
                break;
            }

            rest += next;
            _at++;
        }

        return rest;
    }

    private bool TakeBox(PlanLine line)
    {
        if (PlanMarks.Box(line.Text) is not var (box, title))
        {
            return false;
        }

        EndBlock();
        var chapter = _plan.ChapterOf(box);
        if (chapter is null)
        {
            _findings.Report(PlanTextCodes.HeadingNotExpected, line.Number, box, null);
        }

        if (chapter is not null && chapter != _place.Chapter)
        {
            if (_inChapter)
            {
                _findings.Report(PlanTextCodes.BoxInOtherChapter, line.Number, _place.Chapter, chapter);
            }

            // The box says where we are, but not how many paragraphs of its chapter have gone by.
            LoseThread();
            _place = Nowhere with { Part = _plan.PartOf(chapter), Chapter = chapter };
        }

        if (_place.Chapter is null)
        {
            _findings.LeaveOver(line, null);
            return true;
        }

        if (Outline.Boxes.Contains(box))
        {
            _findings.Report(PlanTextCodes.HeadingRepeated, line.Number, box, null);
        }

        Outline.AddBox(box, _place, title, line.Page);
        _place = _place with { Box = box };
        return true;
    }

    private bool TakeFigure(PlanLine line)
    {
        if (!_inChapter || PlanMarks.Figure(line.Text) is not var (figure, title))
        {
            return false;
        }

        EndBlock();
        if (_writer.WriteFigure(figure, _place, line) is { } id)
        {
            Outline.Figures.Add(new PlanFigure(figure, _place.Chapter!.Value, title, line.Page, id));
        }

        return true;
    }

    private bool TakeImprint(PlanLine line)
    {
        if (_at < _lines.Count - 1 || !PlanMarks.IsImprint(line.Text))
        {
            return false;
        }

        EndBlock();
        _place = Nowhere;
        Open(PlanParagraphKind.Imprint, null, line);
        return true;
    }
}
