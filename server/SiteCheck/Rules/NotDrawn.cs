using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>What the plan names without drawing it: it always stands there, as what cannot be checked.</summary>
public sealed class NotDrawn : ISiteRule
{
    public string Kind => "undrawn";

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var subjects = (await context.Subjects(rule)).Where(subject => subject.Shape is null)
            .Select(subject => new Finding(rule, Outcome.CannotCheck) { Subject = subject, Layer = subject.Collection, Args = new() { ["reason"] = "not-drawn" } });
        return [.. subjects, .. (rule.Read<Names>().Named ?? []).Select(named => Found(rule, named, context.Catalogue))];
    }

    private static Finding Found(CheckRule rule, Name named, PlanCatalogue catalogue) => new(rule, Outcome.CannotCheck)
    {
        Key = named.Code,
        Args = new() { ["reason"] = named.Paragraphs.Count > 0 ? "not-drawn" : "not-named", ["name_zh"] = named.Zh, ["name_en"] = named.En },
        Citations = new JsonArray([.. named.Paragraphs.Select(paragraph => (JsonNode)Citations.Complete(new JsonObject { ["paragraph"] = paragraph }, catalogue))]),
    };

    private sealed record Names(IReadOnlyList<Name>? Named);

    private sealed record Name(string Code, string Zh, string En, IReadOnlyList<string> Paragraphs);
}
