using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What somebody says to a finding.</summary>
public enum Stance
{
    /// <summary>It is wrong: this match is none.</summary>
    Contested,

    /// <summary>It is right, and this is why it is so nevertheless.</summary>
    Explained,
}

/// <summary>A reason that somebody gives for a finding; a task of the reviewer. In JSON: {finding, stance, reason}.</summary>
/// <param name="Finding">The id of a finding: the rule and the subject, so that it holds on while the site is drawn.</param>
/// <param name="Stance">Whether the finding is denied.</param>
/// <param name="Reason">In the words of the person.</param>
public sealed partial record FindingReason(string Finding, Stance Stance, string Reason)
{
    /// <summary>The member of a draft and of a change that has the list.</summary>
    public const string Member = "check_reasons";

    /// <summary>Of one site: a plan does not find more that is worth a sentence.</summary>
    public const int Most = 100;

    public const int LongestReason = 1000;

    private const int LongestFinding = 250;

    /// <summary>Reads a list; an empty one of null.</summary>
    /// <exception cref="RequestException">422 check-reasons-invalid: args has the place in the list and the member that is wrong, or the most there may be.</exception>
    public static IReadOnlyList<FindingReason> Read(JsonNode? list)
    {
        if (list is null)
        {
            return [];
        }

        var reasons = list is JsonArray { Count: <= Most } items ? items.Select(One).ToList() : throw Invalid(new { maximum = Most });
        var twice = reasons.FindIndex(reason => reasons.Count(other => other.Finding == reason.Finding) > 1);
        return twice < 0 ? reasons : throw Invalid(new { place = twice, member = "finding" });
    }

    public JsonObject Json => new() { ["finding"] = Finding, ["stance"] = FindingWriter.CodeOf(Stance), ["reason"] = Reason };

    /// <summary>Whether a text can be the id of a finding.</summary>
    public static bool IsFinding(string text) => text.Length <= LongestFinding && Id().IsMatch(text);

    private static FindingReason One(JsonNode? item, int place)
    {
        string Text(string member, int longest) =>
            item is JsonObject said && said[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            && value.GetValue<string>().Trim() is { Length: > 0 } text && text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal)
                ? text : throw Invalid(new { place, member });

        var finding = Text("finding", LongestFinding);
        var stance = Text("stance", LongestFinding);
        return new FindingReason(
            IsFinding(finding) ? finding : throw Invalid(new { place, member = "finding" }),
            Enum.GetValues<Stance>().Where(known => FindingWriter.CodeOf(known) == stance).Select(known => (Stance?)known).FirstOrDefault() ?? throw Invalid(new { place, member = "stance" }),
            Text("reason", LongestReason));
    }

    private static RequestException Invalid(object args) => RequestException.Unprocessable("check-reasons-invalid", args);

    [GeneratedRegex("^[a-z0-9-]+(:[A-Za-z0-9_.-]+){0,2}$")]
    private static partial Regex Id();
}
