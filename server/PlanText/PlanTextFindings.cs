using System.Globalization;

namespace SpatialPlan.Server.PlanText;

/// <summary>Collects during reading what the report tells afterwards.</summary>
internal sealed class PlanTextFindings
{
    private readonly List<PlanTextIssue> _issues = [];
    private readonly List<UnplacedLines> _unplaced = [];

    public int Lines { get; set; }

    public int LastPage { get; set; }

    public int PageNumbers { get; set; }

    public IReadOnlyList<PlanTextIssue> Issues => _issues;

    public IReadOnlyList<UnplacedLines> Unplaced => _unplaced;

    public void Report(string code, int? line, object? found, object? expected) =>
        _issues.Add(new PlanTextIssue(code, line, Words(found), Words(expected)));

    /// <summary>Notes a line that belongs nowhere; neighbouring lines become one entry.</summary>
    public void LeaveOver(PlanLine line, PlanLine? before)
    {
        if (_unplaced.Count > 0 && before is not null && _unplaced[^1].LastLine == before.Number)
        {
            var last = _unplaced[^1];
            _unplaced[^1] = last with { LastLine = line.Number, Characters = last.Characters + line.Text.Length };
        }
        else
        {
            _unplaced.Add(new UnplacedLines(line.Number, line.Number, line.Text.Length));
        }
    }

    public void LeaveOver(IReadOnlyList<PlanLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            LeaveOver(lines[at], at == 0 ? null : lines[at - 1]);
        }
    }

    private static string? Words(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
