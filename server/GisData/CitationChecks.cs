using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>Provenance: every place that is cited can exist, every derived value names its rule, and the plan is cited for what it says.</summary>
public sealed class CitationChecks(PlanCatalogue catalogue)
{
    private readonly HashSet<string> rules = [.. catalogue.Rules.Select(rule => rule.Code)];

    public IEnumerable<string> Of(CollectionDefinition collection, LayerFeature feature)
    {
        var properties = feature.Properties;
        var citations = properties["citations"] as JsonArray ?? [];
        foreach (var citation in citations.OfType<JsonObject>())
        {
            foreach (var reason in Citation(collection, citation))
            {
                yield return reason;
            }
        }

        foreach (var entry in PropertyEntries(properties, "targets").Concat(PropertyEntries(properties, "outputs")))
        {
            if (WhyNot((string?)entry["paragraph"]) is { } reason)
            {
                yield return reason;
            }
        }

        foreach (var target in PropertyEntries(properties, "targets"))
        {
            foreach (var reason in TargetChecks.Words(code => (string?)target[code], catalogue))
            {
                yield return reason;
            }
        }

        if ((string?)properties["origin"] == "plan" && citations.Count == 0)
        {
            yield return "what the plan names cites the plan";
        }

        if ((string?)properties["origin"] == "context" && properties["source"] is null)
        {
            yield return "what the plan does not name has a source";
        }
    }

    private IEnumerable<string> Citation(CollectionDefinition collection, JsonObject citation)
    {
        if (WhyNot((string?)citation["paragraph"]) is { } reason)
        {
            yield return reason;
        }

        var rule = (string?)citation["rule"];
        if (rule is not null && !rules.Contains(rule))
        {
            yield return $"rule {rule} is not in catalogue/rules.json";
        }

        if (rule is null && (string?)citation["basis"] == "derived")
        {
            yield return $"a derived value names its rule ({(string?)citation["attribute"] ?? "the feature itself"})";
        }

        if ((string?)citation["attribute"] is { } attribute && attribute != "geometry" && !collection.Has(attribute))
        {
            yield return $"cites {attribute}, which is no property of {collection.Id}";
        }
    }

    private string? WhyNot(string? paragraph) => WhyNot(paragraph, catalogue);

    /// <summary>Why a paragraph cannot be cited, or null when it can.</summary>
    public static string? WhyNot(string? paragraph, PlanCatalogue catalogue)
    {
        if (Locator.TryParse(paragraph ?? "") is not { } locator)
        {
            return $"paragraph {paragraph} is not a locator";
        }

        return catalogue.FindPlan(locator.Plan) is { } plan
            ? locator.WhyNotIn(plan) is { } reason ? $"paragraph {paragraph}: {reason}" : null
            : $"paragraph {paragraph}: there is no plan {locator.Plan}";
    }

    private static IEnumerable<JsonObject> PropertyEntries(JsonObject properties, string name) =>
        (properties[name] as JsonArray ?? []).OfType<JsonObject>();
}
