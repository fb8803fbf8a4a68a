using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.PlanText;

/// <summary>The marks at the beginning of a line by which the plan says what the line is.</summary>
internal static partial class PlanMarks
{
    private const int LongestHeading = 45;
    private const int LongestContentsLine = 120;

    public static int? PageNumber(string line) =>
        PageNumberLine().Match(line) is { Success: true } match ? Number(match) : null;

    /// <summary>第…篇 (part) or 第…章 (chapter) with a title.</summary>
    public static Heading? PartOrChapter(string line) =>
        line.Length <= LongestHeading
        && PartOrChapterLine().Match(line) is { Success: true } match
        && ChineseNumeral.Parse(match.Groups["n"].ValueSpan) is { } number
            ? new Heading(match.Groups["kind"].Value == "篇", number, match.Groups["title"].Value)
            : null;

    /// <summary>A line of a table of contents looks like a heading but ends with its page.</summary>
    public static bool IsContentsLine(string line) => line.Length <= LongestContentsLine && ContentsLine().IsMatch(line);

    public static (string Box, string Title)? Box(string line) =>
        line.Length <= LongestHeading && BoxLine().Match(line) is { Success: true } match
            ? (match.Groups["box"].Value, match.Groups["title"].Value)
            : null;

    public static (string Figure, string Title)? Figure(string line) =>
        line.Length <= LongestHeading && FigureLine().Match(line) is { Success: true } match
            ? (match.Groups["figure"].Value, match.Groups["title"].Value)
            : null;

    /// <summary>（一） at the beginning of a section.</summary>
    public static (int Number, string Title)? Section(string line) =>
        SectionLine().Match(line) is { Success: true } match
        && ChineseNumeral.Parse(match.Groups["n"].ValueSpan) is { } number
            ? (number, Title(line[match.Length..]))
            : null;

    /// <summary>① to ⑳ at the beginning of an industry chain.</summary>
    public static (int Number, string Title)? Circled(string line) =>
        line[0] is >= '①' and <= '⑳' ? (line[0] - '①' + 1, Title(line[1..])) : null;

    /// <summary>"3. " or "3." at the beginning of an item; 2.28 is not one.</summary>
    public static (int Number, string Title)? Numbered(string line) =>
        NumberedLine().Match(line) is { Success: true } match ? (Number(match), Title(line[match.Length..])) : null;

    public static bool IsMarked(string line) =>
        Section(line) is not null || Circled(line) is not null || Numbered(line) is not null || IsDash(line) || IsNote(line);

    public static bool IsDash(string line) => line.StartsWith("——", StringComparison.Ordinal);

    public static bool IsNote(string line) => line.StartsWith("注：", StringComparison.Ordinal);

    public static bool IsTableTitle(string line) => line.Length <= LongestHeading && TableTitleLine().IsMatch(line);

    /// <summary>The last line: who printed the document, and when.</summary>
    public static bool IsImprint(string line) => ImprintLine().IsMatch(line);

    public static bool EndsSentence(string line) => line[^1] is '。' or '！' or '？' or '；' or '：';

    /// <summary>A line that is the number of a document, issuer〔year〕number.</summary>
    public static string? DocumentNumber(string line) => DocumentNumberLine().IsMatch(line) ? line : null;

    private static string Title(string rest) => rest.Split('。', '：')[0];

    private static int Number(Match match) => int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[-—–]\s*(?<n>[0-9]{1,3})\s*[-—–]$")]
    private static partial Regex PageNumberLine();

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,4})(?<kind>篇|章)\s+(?<title>[^。；]+)$")]
    private static partial Regex PartOrChapterLine();

    [GeneratedRegex(@"^第[一二三四五六七八九十]{1,4}(篇|章).*([.…·]{2,}\s*|\s)[0-9]{1,3}$")]
    private static partial Regex ContentsLine();

    [GeneratedRegex(@"^专栏\s*(?<box>[0-9]{1,2}-[0-9]{1,2})\s*(?<title>[^。；]*)$")]
    private static partial Regex BoxLine();

    [GeneratedRegex(@"^图\s*(?<figure>[0-9]{1,2}-[0-9]{1,2})\s*(?<title>[^。；]*)$")]
    private static partial Regex FigureLine();

    [GeneratedRegex(@"^（(?<n>[一二三四五六七八九十]{1,3})）")]
    private static partial Regex SectionLine();

    [GeneratedRegex(@"^(?<n>[0-9]{1,2})[.．]\s?(?![0-9])")]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"^[^。；]*主要指标表$")]
    private static partial Regex TableTitleLine();

    [GeneratedRegex(@"^[^。；]{2,20}\s[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日印发$")]
    private static partial Regex ImprintLine();

    [GeneratedRegex(@"^[^。，；]{0,12}[〔\[][0-9]{4}[〕\]][0-9]{1,4}号$")]
    private static partial Regex DocumentNumberLine();
}

/// <summary>The heading of a part or of a chapter.</summary>
internal sealed record Heading(bool IsPart, int Number, string Title);
