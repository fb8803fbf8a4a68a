using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Plan.Industries;

/// <summary>The panorama of a chain: what the plan names for it, joined to the features of the map by name or alias.</summary>
public sealed class IndustryStore(PlanDatabase database, PlanCatalogue catalogue)
{
    /// <summary>The panorama, or null when there is no such chain.</summary>
    public async Task<JsonObject?> Find(string chain, CancellationToken cancel)
    {
        if (catalogue.TermsOf("industry_chain").FirstOrDefault(known => known.Code == chain) is not { } term)
        {
            return null;
        }

        await using var command = database.Public.CreateCommand(Sql(catalogue));
        command.Parameters.Add(new() { Value = chain });
        var said = JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancel))!)!.AsObject();
        var content = said["content"] as JsonObject ?? [];
        JsonArray Of(CollectionRole role) => catalogue.FindRole(role) is { } collection ? List(said["features"]![collection.Id]) : [];
        var projects = Of(CollectionRole.Project);
        return new JsonObject
        {
            ["revision"] = said["revision"]!.DeepClone(),
            ["industry_chain"] = new JsonObject { ["code"] = term.Code, ["zh"] = term.Zh, ["en"] = term.En, ["industry_cluster"] = term.Parent },
            ["paragraph"] = content["paragraph"]?.DeepClone(),
            ["citation"] = content["citation"]?.DeepClone(),
            ["steps"] = List(content["steps"]),
            ["products"] = List(content["products"]),
            ["enterprises"] = Joined(List(content["enterprises"]), Of(CollectionRole.Enterprise), said["enterprises"], "industry_chain", chain),
            ["institutes"] = Joined(List(content["institutes"]), null, said["institutes"], null, chain),
            ["projects"] = projects,
            ["project_sites"] = Of(CollectionRole.Site),
            ["parks"] = Of(CollectionRole.Park),
            ["gaps"] = List(content["gaps"]),
            ["targets"] = List(said["targets"]),
            ["totals"] = IndustryTotals.Of(projects, catalogue.FindRole(CollectionRole.Project)),
        };
    }

    /// <summary>Every named entry with its feature, or null; then the features of the chain that the list does not name.</summary>
    private static JsonArray Joined(JsonArray named, JsonNode? ofChain, JsonNode? candidates, string? property, string chain)
    {
        var features = (candidates as JsonArray ?? []).Select(feature => feature!.AsObject()).ToList();
        var joined = new JsonArray();
        var used = new HashSet<string>();
        foreach (var entry in named.Select(entry => entry!.DeepClone().AsObject()))
        {
            var name = (string)entry["name_zh"]!;
            var feature = features.Find(candidate => (string)candidate["name_zh"]! == name)
                ?? features.Find(candidate => (candidate["aliases"] as JsonArray ?? []).Any(alias => (string)alias! == name));
            entry["feature"] = feature?.DeepClone();
            if (feature is null || used.Add((string)feature["code"]!))
            {
                joined.Add((JsonNode)entry);
            }
        }

        foreach (var feature in (ofChain as JsonArray ?? []).Select(feature => feature!.AsObject()).Where(feature => !used.Contains((string)feature["code"]!)))
        {
            var citations = feature["citations"] as JsonArray ?? [];
            var citation = citations.FirstOrDefault(one => (string?)one!["attribute"] == property) ?? citations.FirstOrDefault();
            joined.Add((JsonNode)new JsonObject
            {
                ["name_zh"] = feature["name_zh"]!.DeepClone(),
                ["paragraph"] = citation?["paragraph"]?.DeepClone(),
                ["citation"] = citation?.DeepClone(),
                ["feature"] = feature.DeepClone(),
            });
        }

        return joined;
    }

    private static JsonArray List(JsonNode? list) => (list as JsonArray)?.DeepClone().AsArray() ?? [];

    private static string Sql(PlanCatalogue catalogue)
    {
        var ofChain = catalogue.Collections.Where(collection => collection.ChainProperty is not null).Select(collection =>
        {
            var chain = collection.FindProperty(collection.ChainProperty!)!;
            var fits = chain.Type == PropertyType.Codes ? $"$1 = any(f.{chain.Name})" : $"f.{chain.Name} = $1";
            return $"'{collection.Id}', {Features(collection, fits)}";
        });
        return $"""
            select json_build_object(
              'revision', (select value from published_plan.revision),
              'content', (select i.content from published_plan.industry i where i.code = $1),
              'features', json_build_object({string.Join(",\n", ofChain)}),
              'enterprises', {Named(catalogue.FindRole(CollectionRole.Enterprise), "enterprises")},
              'institutes', {Named(catalogue.FindRole(CollectionRole.Facility), "institutes")},
              'targets', (
                select coalesce(json_agg(jsonb_build_object('subject', jsonb_build_object('kind', t.subject_kind, 'code', t.subject_code)) || t.target order by t.position), '[]')
                from published_plan.target t
                where t.subject_kind = 'industry-chain' and t.subject_code = $1))::text
            """;
    }

    /// <summary>The features of a collection that the list of the chain names.</summary>
    private static string Named(CollectionDefinition? collection, string list) =>
        collection is not null
            ? Features(collection, $"""
                exists (
                  select from published_plan.industry i, jsonb_array_elements(i.content -> '{list}') named
                  where i.code = $1 and (f.name_zh = named ->> 'name_zh' or named ->> 'name_zh' = any(f.aliases)))
                """)
            : "'[]'::json";

    private static string Features(CollectionDefinition collection, string condition)
    {
        var properties = collection.Properties.Where(property => property.Name != "code").Select(property => $"f.{property.Name}");
        return $"""
            (select coalesce(json_agg(row_to_json(listed) order by length(listed.code), listed.code), '[]')
             from (select '{collection.Id}' as collection, f.code, {string.Join(", ", properties)} from {collection.Published} f where {condition}) listed)
            """;
    }
}
