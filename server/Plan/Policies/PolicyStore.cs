using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Plan.Policies;

/// <summary>The policies of the plan and the parks that they are asked for by, read once and kept until the plan changes.</summary>
public sealed class PolicyStore(PlanDatabase database, PlanCatalogue catalogue)
{
    private volatile HeldPolicies? held;

    public async Task<HeldPolicies> Of(PlanRevision revision, CancellationToken cancel)
    {
        if (held is { } known && known.Revision == revision)
        {
            return known;
        }

        await using var command = database.Public.CreateCommand(Sql(catalogue));
        var said = JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancel))!)!;

        // The data may be newer than the revision that was read before it, never older.
        return held = new HeldPolicies(
            revision,
            [.. said["policies"]!.AsArray().Select(policy => Answered(policy!.AsObject()))],
            said["parks"]!.Deserialize<List<PolicyPark>>(JsonFiles.Format)!.ToDictionary(park => park.Code));
    }

    /// <summary>A policy as it is answered: citations are whole and keep their words, and what the plan does not state is named.</summary>
    private static JsonObject Answered(JsonObject policy)
    {
        policy["citations"] = new JsonArray([.. policy["citations"]!.AsArray().Select(entry =>
        {
            var citation = entry!["citation"]!.DeepClone();
            citation["words"] = entry["words"]!.DeepClone();
            return citation;
        })]);
        policy["not_stated"] = policy["amount"] is null ? new JsonArray("amount") : new JsonArray();
        return policy;
    }

    // Names of collections and properties come from the catalogue, where the schema allows lower case, digits and hyphens only.
    private static string Sql(PlanCatalogue catalogue)
    {
        var parks = catalogue.FindRole(CollectionRole.Park);
        string Codes(string property) => parks?.Has(property) is true ? $"coalesce(f.{property}, '{"{}"}')" : "'{}'::text[]";
        var ofParks = parks is null ? "'[]'::json" : $"""
            (select coalesce(json_agg(json_build_object('code', f.code, 'chains', {Codes("industry_chains")}, 'clusters', {Codes("industry_clusters")})), '[]') from {parks.Published} f)
            """;
        return $"""
            select json_build_object(
              'policies', (select coalesce(json_agg(p.content order by p.position), '[]') from published_plan.policy p),
              'parks', {ofParks})::text
            """;
    }
}

/// <summary>What the store holds of one revision; nothing of it is changed.</summary>
public sealed record HeldPolicies(PlanRevision Revision, IReadOnlyList<JsonObject> Policies, IReadOnlyDictionary<string, PolicyPark> Parks);
