using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Checks;

/// <summary>Provenance: every place that is cited can exist, every derived value names its rule, and what is cited for is a property.</summary>
public static class CitationsHold
{
    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) =>
        feature.Entries("citations").SelectMany(citation => Citation(feature.Collection, citation, context))
            .Concat(feature.Collection.Properties.Where(property => property.IsCitedList).SelectMany(list => feature.Entries(list.Name))
                .SelectMany(entry => Paragraphs(entry)).Select(paragraph => Place(paragraph, context.Catalogue)).OfType<FeatureFault>());

    /// <summary>Why a paragraph cannot be cited, or null when it can.</summary>
    public static FeatureFault? Place(string? paragraph, PlanCatalogue catalogue)
    {
        if (Locator.TryParse(paragraph ?? "") is not { } locator)
        {
            return new FeatureFault("paragraph-malformed", ("paragraph", paragraph));
        }

        return catalogue.FindPlan(locator.Plan) is { } plan
            ? locator.WhyNotIn(plan) is { } reason ? new FeatureFault("paragraph-unknown", ("paragraph", paragraph), ("reason", reason)) : null
            : new FeatureFault("plan-unknown", ("paragraph", paragraph), ("plan", locator.Plan));
    }

    /// <summary>Where an entry stands, and of a ground where its words stand under the chain.</summary>
    private static IEnumerable<string?> Paragraphs(JsonObject entry) =>
        entry["chain_paragraph"] is { } chain ? [(string?)entry["paragraph"], (string?)chain] : [(string?)entry["paragraph"]];

    private static IEnumerable<FeatureFault> Citation(CollectionDefinition collection, JsonObject citation, CheckContext context)
    {
        if (Place((string?)citation["paragraph"], context.Catalogue) is { } fault)
        {
            yield return fault;
        }

        var (rule, attribute) = ((string?)citation["rule"], (string?)citation["attribute"]);
        if (rule is not null && !context.IsRule(rule))
        {
            yield return new FeatureFault("rule-unknown", ("rule", rule));
        }

        if (rule is null && (string?)citation["basis"] == "derived")
        {
            yield return new FeatureFault("rule-missing", ("attribute", attribute));
        }

        if (attribute is not null && attribute != "geometry" && !collection.Has(attribute))
        {
            yield return new FeatureFault("attribute-unknown", ("attribute", attribute), ("collection", collection.Id));
        }
    }
}
