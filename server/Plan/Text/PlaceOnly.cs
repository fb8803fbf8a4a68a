using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>A paragraph of which there is no text: what its id and the outline say of it, with every member that one with text has.</summary>
internal static class PlaceOnly
{
    public static JsonObject Of(Locator locator, PlanDefinition plan) => new()
    {
        ["id"] = locator.Text,
        ["kind"] = null,
        ["part"] = locator.PartIn(plan),
        ["chapter"] = locator.ChapterIn(plan),
        ["section"] = null,
        ["subsection"] = null,
        ["box"] = locator.Box,
        ["item"] = locator.Item,
        ["page"] = null,
        ["text"] = null,
        ["page_breaks"] = new JsonArray(),
        ["sentences"] = new JsonArray(),
    };
}
