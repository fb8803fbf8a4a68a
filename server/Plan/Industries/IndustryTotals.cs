using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Industries;

/// <summary>
/// Sums over the projects of a chain: how many figures are known and how many the plan does not state; and what alone
/// makes more than half of a sum, so that nobody reads it as a crowd's.
/// </summary>
public static class IndustryTotals
{
    public static JsonObject Of(JsonArray projects, CollectionDefinition? collection) =>
        new((collection?.Properties ?? []).Where(property => property.Sum)
            .Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Of(projects, property.Name)))
            .Prepend(KeyValuePair.Create("projects", (JsonNode?)projects.Count)));

    private static JsonObject Of(JsonArray projects, string property)
    {
        var known = projects.Where(project => project![property] is not null)
            .Select(project => (Code: (string)project!["code"]!, Value: project[property]!.GetValue<decimal>())).ToList();
        var sum = known.Sum(project => project.Value);
        return new JsonObject
        {
            ["sum"] = known.Count == 0 ? null : sum,
            ["known"] = known.Count,
            ["not_stated"] = projects.Count - known.Count,
            ["of_which"] = new JsonArray([.. known.Where(project => project.Value * 2 > sum)
                .Select(project => new JsonObject { ["code"] = project.Code, ["value"] = project.Value })]),
        };
    }
}
