namespace SpatialPlan.Server.PlanText;

/// <summary>A line of the extraction that holds text, with the printed page it stands on.</summary>
internal sealed record PlanLine(int Number, int Page, string Text);

/// <summary>Finds the pages: a page begins at a line that starts with a space, or after a printed page number.</summary>
internal static class PlanLines
{
    private static readonly char[] Blank = [' ', '\t', '\u3000', '\u00A0', '\uFEFF', '\f', '\r'];

    public static IReadOnlyList<PlanLine> Read(string text, PlanDefinition plan, PlanTextFindings findings)
    {
        var lines = new List<PlanLine>();
        var page = plan.PagesBeforeText;
        var afterPageNumber = false;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim(Blank);
            if (line.Length == 0)
            {
                continue;
            }

            if (PlanMarks.PageNumber(line) is { } printed)
            {
                if (printed != page + 1)
                {
                    findings.Report(PlanTextCodes.PageNumberDiffers, number, printed, page + 1);
                    // A page was lost before this one: the printed number is right, and for a torso of the document
                    // it is the only thing that tells on which page it begins.
                    if (findings.PageNumbers == 0)
                    {
                        var shift = printed - 1 - page;
                        lines = lines.ConvertAll(earlier => earlier with { Page = earlier.Page + shift });
                    }

                    page = printed - 1;
                }

                findings.PageNumbers++;
                afterPageNumber = true;
                continue;
            }

            if (afterPageNumber || raw[0] is ' ' or '\f')
            {
                page++;
            }

            afterPageNumber = false;
            lines.Add(new PlanLine(number, page, line));
        }

        findings.Lines = number;
        findings.LastPage = lines.Count == 0 ? 0 : page;
        return lines;
    }
}
