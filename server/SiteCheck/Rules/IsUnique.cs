using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>Nothing that is published has the same name, enterprise or code.</summary>
public sealed class IsUnique : ISiteRule
{
    public string Kind => "duplicate";

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var question = rule.Read<Duplicates.Question>();
        if (context.Attributes.Text(question.Attribute) is not { } value)
        {
            return [];
        }

        if (!context.Duplicates.CanAsk(question))
        {
            return [new Finding(rule, Outcome.CannotCheck) { Severity = Severity.Info, Args = new() { ["reason"] = "not-in-data" } }];
        }

        var same = await context.Duplicates.Find(question, value, context.Attributes.Code, cancel);
        return [new Finding(rule, same.Count > 0 ? Outcome.Attention : Outcome.NoHit)
        {
            Value = same.Count,
            Args = new() { ["value"] = value, ["same"] = new JsonArray([.. same.Select(one => new JsonObject { ["collection"] = one.Collection, ["code"] = one.Code, ["name_zh"] = one.NameZh, ["name_en"] = one.NameEn })]) },
        }];
    }
}
