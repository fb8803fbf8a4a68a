using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>A quotient beside the target that the plan states for the subject that the form names.</summary>
public sealed class MeetsTarget : ISiteRule
{
    public string Kind => "target";

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var names = rule.Read<Names>();
        return new(context.Named(rule, names.Subject) is { } subject && TargetOf(subject, names) is { } target ? [Found(rule, context, subject, target)] : []);
    }

    private static JsonElement? TargetOf(PlanSubject subject, Names names) => subject.Find(names.Targets) is { ValueKind: JsonValueKind.Array } targets
        ? targets.EnumerateArray().Where(target => target.GetProperty("indicator").ValueEquals(names.Indicator)).Select(target => (JsonElement?)target).FirstOrDefault()
        : null;

    private static Finding Found(CheckRule rule, CheckContext context, PlanSubject subject, JsonElement target)
    {
        var figures = rule.Read<Quotient.Figures>();
        var missing = figures.Missing(context);
        var wanted = target.GetProperty("value").GetDouble();
        var found = missing.Count > 0 ? Quotient.Short(rule, missing) : Beside(rule, figures.Of(context), wanted, target.GetProperty("comparator").GetString()!, figures.Unit);
        found.Args["target"] = wanted;
        found.Args["comparator"] = target.GetProperty("comparator").GetString();
        found.Args["unit"] = target.GetProperty("unit").GetString();
        return found with { Subject = subject, Citations = target.TryGetProperty("citation", out var citation) ? [JsonNode.Parse(citation.GetRawText())] : null };
    }

    private static Finding Beside(CheckRule rule, double value, double wanted, string comparator, string unit)
    {
        var isMet = comparator switch
        {
            "le" => value <= wanted,
            "lt" => value < wanted,
            "gt" => value > wanted,
            _ => value >= wanted,
        };
        return new Finding(rule, isMet ? Outcome.Fits : Outcome.Attention) { Value = value, Unit = unit };
    }

    private sealed record Names(string Subject, string Targets, string Indicator);
}
