using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.PlanText;

/// <summary>
/// The table of indicators, whose cells the extraction has strung together: a row begins at its number (n), also in the
/// middle of a line; a line of a few Chinese characters is the name of a group of rows.
/// </summary>
internal sealed partial class IndicatorTable(int chapter, PlanLine title, PlanTextFindings findings)
{
    private readonly List<PlanTableGroup> _groups = [];
    private string? _group;
    private int _row;

    /// <returns>What of the line belongs to the row before, and the row that begins on it with its number.</returns>
    public (PlanLine? Before, PlanLine? Row, int Number) Split(PlanLine line)
    {
        if (GroupLine().IsMatch(line.Text))
        {
            _group = line.Text;
            return (null, null, 0);
        }

        var next = _row + 1;
        var at = line.Text.IndexOf(string.Create(CultureInfo.InvariantCulture, $"({next})"), StringComparison.Ordinal);
        if (at < 0 && RowLine().Match(line.Text) is { Success: true } match
            && int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) is var number && number > next)
        {
            findings.Report(PlanTextCodes.RowOutOfOrder, line.Number, number, next);
            (at, next) = (0, number);
        }

        if (at < 0)
        {
            // Before the first row these are the headings of the columns.
            return (_row == 0 ? null : line, null, 0);
        }

        _row = next;
        if (_group is not null)
        {
            _groups.Add(new PlanTableGroup(_group, next));
            _group = null;
        }

        var before = line.Text[..at].Trim();
        return (before.Length == 0 ? null : line with { Text = before }, line with { Text = line.Text[at..] }, next);
    }

    public PlanTable Finish() => new(chapter, title.Text, title.Page, _row, _groups);

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{2,8}$")]
    private static partial Regex GroupLine();

    [GeneratedRegex(@"^\((?<n>[0-9]{1,2})\)")]
    private static partial Regex RowLine();
}
