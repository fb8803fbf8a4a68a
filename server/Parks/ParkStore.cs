using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Plan.Policies;

namespace SpatialPlan.Server.Parks;

/// <summary>All parks with what stands beside them, read in one statement and kept until the plan changes.</summary>
public sealed class ParkStore(PlanDatabase database, PlanCatalogue catalogue, PolicyStore policies)
{
    private volatile Kept? kept;

    /// <summary>The rules of the match, or null where the package has none.</summary>
    public MatchRules? Rules { get; } = MatchRules.Of(catalogue);

    public async Task<IReadOnlyList<Park>> All(PlanRevision revision, CancellationToken cancel)
    {
        if (kept is { } known && known.Revision == revision)
        {
            return known.Parks;
        }

        await using var command = database.Public.CreateCommand(Sql(Rules!));
        var json = (string)(await command.ExecuteScalarAsync(cancel))!;
        using var document = JsonDocument.Parse(json);
        var held = await policies.Of(revision, cancel);
        var parks = document.RootElement.EnumerateArray().Select(park => Read(park.Clone(), Rules!)).Select(park => park with { Policies = Limited(held, park.Code) }).ToList();

        // The data may be newer than the revision that was read before it, never older.
        kept = new Kept(revision, parks);
        return parks;
    }

    /// <summary>The policies that fit what is asked for and are limited to some industries or features.</summary>
    public async Task<IReadOnlySet<string>> PoliciesFor(MatchQuestion question, PlanRevision revision, CancellationToken cancel)
    {
        var query = new PolicyQuery(question.IndustryChain, question.IndustryChain is null ? question.IndustryCluster : null, null, null, null);
        return (await policies.Of(revision, cancel)).Policies.Where(policy => query.Fits(policy, catalogue)).Select(policy => (string)policy["code"]!).ToHashSet();
    }

    private List<string> Limited(HeldPolicies held, string code) => held.Parks.GetValueOrDefault(code) is not { } park ? [] :
    [
        .. held.Policies.Where(policy => PolicyQuery.IsLimited(policy) && new PolicyQuery(null, null, park, null, null).Fits(policy, catalogue)).Select(policy => (string)policy["code"]!),
    ];

    private static Park Read(JsonElement read, MatchRules rules)
    {
        var properties = read.GetProperty("properties");
        T[] List<T>(JsonElement of, string name) => of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.Deserialize<T[]>(JsonFiles.Format)! : [];
        var park = new Park(
            properties.GetProperty("code").GetString()!,
            properties.GetProperty("name_zh").GetString()!,
            properties.GetProperty("name_en").GetString(),
            List<string>(properties, "aliases"),
            properties.GetProperty("accuracy_m") is { ValueKind: JsonValueKind.Number } accuracy ? accuracy.GetDouble() : null,
            read.GetProperty("is_placed").GetBoolean(),
            List<Ground>(properties, rules.Grounds),
            List<Target>(properties, rules.Targets),
            List<Neighbour>(read, "neighbours"),
            read.GetProperty("hub").Deserialize<Hub?>(JsonFiles.Format),
            properties)
        {
            Readiness = rules.Readiness is { } card ? Readiness.Of(card, properties) : null,
        };
        return park with { NotStated = [.. Facts.NotStated(rules, park)] };
    }

    // Names of collections and properties come from the catalogue, where the schema allows lower case, digits, hyphens and underscores only.
    private string Sql(MatchRules rules)
    {
        var subjects = catalogue.FindCollection(rules.Subjects)!;
        var neighbours = rules.Criteria.Where(criterion => criterion.Kind == CriterionKind.Neighbours)
            .SelectMany(criterion => criterion.Collections!.Select(id => Neighbours(catalogue.FindCollection(id)!, criterion.Relations!)))
            .OfType<string>().ToList();
        var hubs = rules.Criteria.FirstOrDefault(criterion => criterion.Kind == CriterionKind.Access)?.Collection is { } id ? catalogue.FindCollection(id) : null;
        return $"""
            select coalesce(json_agg(json_build_object(
              'properties', (select to_jsonb(p) from (select {string.Join(", ", subjects.Properties.Select(property => $"f.{property.Name}"))}) p),
              'is_placed', f.geom is not null,
              'neighbours', {(neighbours.Count == 0 ? "'[]'::json" : $"(select coalesce(json_agg(n.feature order by n.code), '[]') from ({string.Join("\nunion all\n", neighbours)}) n)")},
              'hub', {(hubs is null ? "null" : Nearest(hubs))}) order by length(f.code), f.code), '[]')::text
            from {subjects.Published} f
            """;
    }

    /// <summary>The features of a collection that say that they stand with the park; null when it has no such property.</summary>
    private static string? Neighbours(CollectionDefinition collection, IReadOnlyList<string> relations)
    {
        var related = relations.Where(collection.Has).Select(property => $"g.{property} = f.code").ToList();
        var chains = collection.ChainProperty is not { } name ? "null"
            : collection.FindProperty(name)!.Type == PropertyType.Codes ? $"to_json(g.{name})" : $"case when g.{name} is not null then json_build_array(g.{name}) end";
        return related.Count == 0 ? null : $"""
            select g.code, json_build_object('collection', '{collection.Id}', 'code', g.code, 'name_zh', g.name_zh, 'name_en', g.name_en,
              'industry_chains', {chains}, 'citation', g.citations -> 0) as feature
            from {collection.Published} g where {string.Join(" or ", related)}
            """;
    }

    private static string Nearest(CollectionDefinition hubs) => $"""
        (select json_build_object('code', h.code, 'name_zh', h.name_zh, 'name_en', h.name_en,
           'metres', ST_Distance(f.geom::geography, h.geom::geography), 'accuracy_m', h.accuracy_m)
         from {hubs.Published} h where h.geom is not null and f.geom is not null
         order by ST_Distance(f.geom::geography, h.geom::geography), h.code limit 1)
        """;

    private sealed record Kept(PlanRevision Revision, IReadOnlyList<Park> Parks);
}
