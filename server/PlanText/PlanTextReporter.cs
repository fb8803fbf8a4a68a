using System.Globalization;

namespace SpatialPlan.Server.PlanText;

/// <summary>Judges what was read: is it this plan, and is it all of it?</summary>
internal static class PlanTextReporter
{
    /// <summary>A document number stands on the first page; further on, others are quoted.</summary>
    private const int LinesOfHead = 15;

    public static PlanTextReport Report(
        DecodedPlanText decoded, PlanDefinition plan, IReadOnlyList<PlanLine> lines, PlanReader reader, PlanTextFindings findings)
    {
        var outline = reader.Outline;
        var parts = Count(plan.Parts.Select(part => part.Number), outline.Parts);
        var chapters = Count(plan.Chapters, outline.Chapters);
        var boxes = Count(plan.Boxes.Select(box => box.Box), outline.Boxes);
        var isThisPlan = IsThisPlan(plan, lines, outline, findings);
        var isWhole = findings.Unplaced.Count == 0
            && parts.Missing.Count + chapters.Missing.Count + boxes.Missing.Count == 0;
        var verdict = decoded.Encoding is null ? PlanTextVerdict.NotText
            : lines.Count == 0 ? PlanTextVerdict.Empty
            : !isThisPlan ? PlanTextVerdict.OtherPlan
            : isWhole ? PlanTextVerdict.Complete
            : PlanTextVerdict.Partial;
        return new PlanTextReport(
            verdict,
            decoded.Encoding,
            lines.Sum(line => line.Text.Length),
            lines.Count == 0 ? 0 : findings.Lines,
            lines.Count == 0 ? null : lines[0].Page,
            lines.Count == 0 ? null : findings.LastPage,
            parts,
            chapters,
            boxes,
            outline.Sections.Count(section => section.Parent is null),
            outline.Figures.Count,
            reader.Paragraphs.Count,
            findings.Unplaced,
            findings.Issues);
    }

    /// <summary>
    /// The number on the first page decides. Without a first page the text must name the place, and its headings must
    /// not contradict the outline.
    /// </summary>
    private static bool IsThisPlan(PlanDefinition plan, IReadOnlyList<PlanLine> lines, OutlineDraft outline, PlanTextFindings findings)
    {
        var head = lines.Take(LinesOfHead).Select(line => line.Text.Replace(" ", "", StringComparison.Ordinal)).ToList();
        if (head.Exists(line => line.Contains(plan.DocumentNumber, StringComparison.Ordinal)))
        {
            return true;
        }

        if (head.Select(PlanMarks.DocumentNumber).FirstOrDefault(number => number is not null) is { } other)
        {
            findings.Report(PlanTextCodes.DocumentNumberDiffers, lines[0].Number, other, plan.DocumentNumber);
            return false;
        }

        if (lines.Count > 0)
        {
            findings.Report(PlanTextCodes.DocumentNumberMissing, lines[0].Number, null, plan.DocumentNumber);
            if (findings.PageNumbers == 0)
            {
                // Pages are counted from the first one, or else from a printed number.
                findings.Report(PlanTextCodes.PagesUncertain, lines[0].Number, null, null);
            }
        }

        return lines.Any(line => line.Text.Contains(plan.Place, StringComparison.Ordinal)) && !Contradicts(plan, outline, findings);
    }

    private static bool Contradicts(PlanDefinition plan, OutlineDraft outline, PlanTextFindings findings)
    {
        var contradictions = findings.Issues.Count(issue =>
            issue.Code is PlanTextCodes.ChapterInOtherPart or PlanTextCodes.BoxInOtherChapter or PlanTextCodes.HeadingNotExpected);
        var headings = outline.Parts.Count() + outline.Chapters.Count() + outline.Boxes.Count();
        // A plan of chapters alone; a torso of this one lacks no more than the heading of the part it begins in.
        var partsPassed = outline.Chapters.Select(chapter => plan.PartOf(chapter)).Distinct().Count() - 1;
        return contradictions * 4 > headings || outline.Parts.Count() * 2 < partsPassed;
    }

    private static PlanTextCount Count<T>(IEnumerable<T> expected, IEnumerable<T> found)
        where T : notnull
    {
        var all = expected.ToList();
        var missing = all.Except(found).Select(number => Convert.ToString(number, CultureInfo.InvariantCulture)!).ToList();
        return new PlanTextCount(all.Count - missing.Count, all.Count, missing);
    }
}
