namespace SpatialPlan.Server.PlanText;

/// <summary>
/// How wide a line is set, in Chinese characters. The extraction keeps the hard wraps of the page, and the page
/// sets running text 28 and boxes 32 characters wide: width alone tells a wrapped line from the last line of a
/// paragraph, and the text of a chapter from that of a box.
/// </summary>
internal static class LineMeasure
{
    public const double Chapter = 28;
    public const double Box = 32;

    /// <summary>Wider than any line of a chapter (30 with a hanging full stop), narrower than most full lines of a box.</summary>
    public const double BetweenChapterAndBox = 30.2;

    /// <summary>The first line of a paragraph is indented by two characters, which the extraction has dropped.</summary>
    public const double Indent = 2;

    /// <summary>What may be left free at the end of a full line: a mark that may not begin a line, a number kept together.</summary>
    private const double Slack = 3;

    /// <summary>A line that stops before this width in a heading is a second line of the heading.</summary>
    public const double HeadingRest = 22;

    public static double Of(string line)
    {
        var width = 0.0;
        foreach (var character in line)
        {
            // Quotation marks are set in the half-width Latin form.
            width += character < '\u2000' || character is '“' or '”' or '‘' or '’' ? 0.5 : 1;
        }

        return width;
    }

    /// <summary>A line too wide for a chapter, and not wider than a box: text of a box whose heading is missing.</summary>
    public static bool IsBoxLine(double width) => width is > BetweenChapterAndBox and <= Box + Slack;

    public static bool IsShort(double width, double full) => width <= full - Slack;
}
