namespace SpatialPlan.Server.PlanText;

/// <summary>What is done where a heading is missing: nothing under it is given the id of something else.</summary>
internal sealed partial class PlanReader
{
    /// <summary>A mark of a chapter whose heading is missing: the box or preamble before it is over all the same.</summary>
    private bool LoseChapter()
    {
        EndBlock();
        LoseThread();
        return false;
    }

    /// <summary>Text of a box whose heading is missing: left over until the box ends.</summary>
    private void LoseBox()
    {
        EndBlock();
        _inLostBox = true;
    }

    /// <summary>A paragraph without a mark, read just before the first section of a lost chapter, is how that one begins.</summary>
    private void LeaveOverBeginning(ParagraphDraft last)
    {
        if (last.Kind == PlanParagraphKind.Chapter && !PlanMarks.IsMarked(last.Lines[0].Text))
        {
            _findings.LeaveOver(last.Lines);
            _draft = null;
        }
    }

    private void LoseThread()
    {
        _place = Nowhere;
        (_inFront, _inPart, _inChapter) = (false, false, false);
    }
}
