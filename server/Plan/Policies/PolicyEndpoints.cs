using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Policies;

/// <summary>What the plan offers and asks of those who invest, each with its place: in our own words, without advice.</summary>
public static class PolicyEndpoints
{
    private static readonly string[] Vocabularies = ["policy_kind", "investor_kind"];

    public static async Task<IResult> Policies(PolicyStore store, PlanCatalogue catalogue, HttpContext context)
    {
        var held = await store.Of(RevisionFilter.Of(context), context.RequestAborted);
        var query = PolicyQuery.Read(context.Request.Query, catalogue, held.Parks);
        return RevisionFilter.IsHeld(context) ? RevisionFilter.Unchanged : JsonText.Answer(Answer(held, query, catalogue));
    }

    /// <summary>{revision, total, policy_kinds, investor_kinds, policies}; the terms stand there so that the answer can be read without the catalogue.</summary>
    private static JsonObject Answer(HeldPolicies held, PolicyQuery query, PlanCatalogue catalogue)
    {
        var answer = new JsonObject { ["revision"] = held.Revision.Number, ["total"] = held.Policies.Count };
        foreach (var vocabulary in Vocabularies)
        {
            answer[$"{vocabulary}s"] = JsonSerializer.SerializeToNode(catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Terms.Select(term => term.Definition) ?? [], JsonFiles.Format);
        }

        answer["policies"] = new JsonArray([.. held.Policies.Where(policy => query.Fits(policy, catalogue)).Select(policy => policy.DeepClone())]);
        return answer;
    }
}
