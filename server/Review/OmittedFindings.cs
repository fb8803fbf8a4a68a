using System.Text.Json.Nodes;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Review;

/// <summary>What who asks for compared checks does without: places and repeated findings are nine tenths of such an answer, and a list shows neither.</summary>
public sealed record OmittedFindings(bool Where, bool OfNow)
{
    public const string Parameter = "omit";
    private const string WhereName = "where";
    private const string OfNowName = "now.findings";

    /// <exception cref="RequestException">400 value-invalid.</exception>
    public static OmittedFindings Of(QueryReader query)
    {
        var names = query.Find(Parameter)?.Split(',') ?? [];
        return names.FirstOrDefault(name => name is not (WhereName or OfNowName)) is { } unknown
            ? throw QueryReader.Invalid(Parameter, unknown, new[] { WhereName, OfNowName })
            : new(names.Contains(WhereName), names.Contains(OfNowName));
    }

    /// <summary>Of a check with what it is compared to: `where` of every finding is null, and what is found now an empty list. Differences keep what they tell of.</summary>
    public void From(JsonObject compared)
    {
        if (OfNow && compared["now"] is JsonObject now)
        {
            now["findings"] = new JsonArray();
        }

        if (Where)
        {
            var differing = compared["differences"]!.AsArray().SelectMany(difference => new[] { difference!["submitted"], difference["now"] });
            var found = new[] { compared["submitted"], compared["now"] }.SelectMany(check => check?["findings"]?.AsArray() ?? []);
            foreach (var finding in differing.Concat(found).OfType<JsonObject>())
            {
                finding["where"] = null;
            }
        }
    }
}
