namespace SpatialPlan.Server.SiteCheck;

/// <summary>How many features an answer names: of very many the first ones, and how many more there are; nothing is left out in silence.</summary>
public static class Naming
{
    private const string More = "more";
    private const string LeftOut = "left-out";

    /// <summary>What weighs most first: attention, then the larger share; what the accuracy leaves open is folded by layer and not here.</summary>
    /// <param name="rule">Whose findings they are.</param>
    /// <param name="findings">One for each subject.</param>
    /// <param name="leftOut">How many subjects were not looked at.</param>
    /// <param name="most">How many are named.</param>
    public static IReadOnlyList<Finding> Bound(CheckRule rule, IReadOnlyList<Finding> findings, int leftOut, int most)
    {
        var certain = findings.Where(finding => finding.Outcome != Outcome.CannotCheck).ToList();
        if (certain.Count <= most && leftOut == 0)
        {
            return findings;
        }

        var ranked = certain.OrderBy(finding => finding.Outcome).ThenByDescending(finding => finding.Value).ToList();
        return
        [
            .. findings.Where(finding => finding.Outcome == Outcome.CannotCheck),
            .. ranked.Take(most),
            .. Rest(rule, [.. ranked.Skip(most)]),
            .. leftOut > 0 ? [new Finding(rule, Outcome.CannotCheck) { Key = LeftOut, Args = new() { ["reason"] = LeftOut, ["count"] = leftOut } }] : Array.Empty<Finding>(),
        ];
    }

    // Of each outcome a row of its own, so that counts of rows say what was found.
    private static IEnumerable<Finding> Rest(CheckRule rule, IReadOnlyList<Finding> rest) =>
        rest.GroupBy(finding => finding.Outcome).Select(same => new Finding(rule, same.Key)
        {
            Key = $"{More}-{FindingWriter.CodeOf(same.Key)}",
            Severity = same.Min(finding => finding.Severity),
            Args = new() { ["reason"] = More, ["count"] = same.Count() },
        });
}
