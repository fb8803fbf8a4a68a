using System.Text.Json.Nodes;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What a check found when something was submitted, and what its author said to it: as it is kept with the version, whatever the plan says later.</summary>
/// <param name="Answer">What was found.</param>
/// <param name="Reasons">What the author said, to findings of the answer and to others.</param>
/// <param name="At">When.</param>
/// <param name="Package">The version of the data: the hash of the package that was loaded last; null where none is.</param>
/// <param name="Measure">In what the site was measured.</param>
public sealed record FrozenCheck(SiteAnswer Answer, IReadOnlyList<FindingReason> Reasons, DateTimeOffset At, string? Package, CrsDefinition Measure)
{
    private IEnumerable<Finding> Attention => Answer.Findings.Where(finding => finding.Outcome == Outcome.Attention);

    /// <summary>Errors that nobody contests, or that are no matter of opinion: with one of these nothing is submitted.</summary>
    public IReadOnlyList<Finding> Refused =>
        [.. Attention.Where(finding => finding.Severity == Severity.Error && !(finding.Rule.IsContestable && ReasonFor(finding) is { Stance: Stance.Contested }))];

    /// <summary>Warnings to which nothing was said.</summary>
    public IReadOnlyList<Finding> Unanswered => [.. Attention.Where(finding => finding.Severity == Severity.Warning && ReasonFor(finding) is null)];

    /// <summary>Lets pass what may be submitted.</summary>
    /// <param name="code">The site's: of a set of many it has to be said which one.</param>
    /// <exception cref="RequestException">422 check-refuses or check-needs-reasons; args has the code, and as `findings` {finding, rule, reason} of each.</exception>
    public void Demand(string? code = null)
    {
        if (Refused is { Count: > 0 } refused)
        {
            throw Refusal("check-refuses", code, refused);
        }

        if (Unanswered is { Count: > 0 } unanswered)
        {
            throw Refusal("check-needs-reasons", code, unanswered);
        }
    }

    /// <summary>The answer (docs/check.md) with `checked_at`, `package` and `reasons`: those to what was found, each with what became of it.</summary>
    public JsonObject ToJson()
    {
        var json = JsonNode.Parse(Answer.Write(Measure))!.AsObject();
        var found = Answer.Findings.Concat(Answer.Findings.SelectMany(finding => finding.Folded)).ToDictionary(finding => finding.Id);
        json["checked_at"] = At.UtcDateTime;
        json["package"] = Package;
        json["reasons"] = new JsonArray([.. Reasons.Where(reason => found.ContainsKey(reason.Finding)).Select(reason => (JsonNode)With(reason.Json, found[reason.Finding]))]);
        return json;
    }

    private static JsonObject With(JsonObject reason, Finding finding)
    {
        reason["rule"] = finding.Rule.Code;
        reason["outcome"] = FindingWriter.CodeOf(finding.Outcome);
        reason["severity"] = FindingWriter.CodeOf(finding.Severity);
        return reason;
    }

    private FindingReason? ReasonFor(Finding finding) => Reasons.FirstOrDefault(reason => reason.Finding == finding.Id);

    private static RequestException Refusal(string problem, string? code, IReadOnlyList<Finding> findings) => RequestException.Unprocessable(problem, new
    {
        code,
        number = findings.Count,
        findings = findings.Select(finding => new { finding = finding.Id, rule = finding.Rule.Code, reason = (string?)finding.Args["reason"] }),
    });
}
