using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Catalogue;

/// <summary>Completes a citation from its locator and the outline of the plan.</summary>
public static class Citations
{
    /// <summary>{plan, part, chapter, section, box, item, paragraph, attribute, basis, rule}.</summary>
    public static JsonObject Complete(JsonObject citation, PlanCatalogue catalogue)
    {
        var locator = Locator.TryParse((string)citation["paragraph"]!)!;
        var plan = catalogue.FindPlan(locator.Plan)!;
        return new JsonObject
        {
            ["plan"] = plan.Code,
            ["part"] = locator.PartIn(plan),
            ["chapter"] = locator.ChapterIn(plan),
            ["section"] = locator.SectionIn(plan),
            ["box"] = locator.Box,
            ["item"] = locator.Item,
            ["paragraph"] = locator.Text,
            ["attribute"] = (string?)citation["attribute"],
            ["basis"] = (string?)citation["basis"] ?? "stated",
            ["rule"] = (string?)citation["rule"],
        };
    }

    /// <summary>An entry of a list (target, output, ground, statement), which says only its paragraph, with the whole citation beside it.</summary>
    public static JsonObject WithCitation(JsonObject entry, PlanCatalogue catalogue)
    {
        var completed = (JsonObject)entry.DeepClone();
        completed["citation"] = Complete(entry, catalogue);
        return completed;
    }
}
