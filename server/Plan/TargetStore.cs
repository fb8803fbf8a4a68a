using System.Text.Json;
using NpgsqlTypes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Plan;

/// <summary>
/// Every target of the plan with its subject and citation: the zone, the industry clusters and chains, then features such
/// as parks; and the terms of the indicators, so that the answer can be read without the catalogue.
/// </summary>
public sealed class TargetStore(PlanDatabase database, PlanCatalogue catalogue)
{
    private readonly string sql = Sql(catalogue);
    private readonly string indicators = JsonSerializer.Serialize(catalogue.Vocabularies.GetValueOrDefault("indicator")?.Terms.Select(term => term.Definition) ?? [], JsonFiles.Format);

    /// <summary>The answer as JSON, as PostgreSQL wrote it.</summary>
    public async Task<string> All(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand(sql);
        command.Parameters.Add(new() { Value = indicators, NpgsqlDbType = NpgsqlDbType.Json });
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The names of the features that have targets, by code.</summary>
    public async Task<IReadOnlyDictionary<string, Words>> Names(CancellationToken cancel)
    {
        var names = new Dictionary<string, Words>(StringComparer.Ordinal);
        var sources = catalogue.Collections.Where(collection => collection.Has("targets")).Select(collection => $"select code, name_zh, name_en from {collection.Published} where targets <> '[]'").ToList();
        if (sources.Count == 0)
        {
            return names;
        }

        await using var command = database.Public.CreateCommand(string.Join(" union all ", sources));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            names[reader.GetString(0)] = new Words(reader.GetString(1), reader.IsDBNull(2) ? "" : reader.GetString(2));
        }

        return names;
    }

    // Collection names come from the catalogue, where the schema allows lower case, digits and hyphens only.
    private static string Sql(PlanCatalogue catalogue)
    {
        var rows = catalogue.Collections
            .Select((collection, place) => (collection, place))
            .Where(entry => entry.collection.Has("targets"))
            .Select(entry => $"""
                union all
                select {entry.place + 1}, natural_order, target_place,
                       json_build_object('kind', 'feature', 'collection', '{entry.collection.Id}', 'code', f.code), target
                from (select f.*, row_number() over (order by length(f.code), f.code) as natural_order from {entry.collection.Published} f) f,
                     jsonb_array_elements(f.targets) with ordinality as listed (target, target_place)
                """);
        return $"""
            select json_build_object(
              'revision', (select value from published_plan.revision),
              'indicators', $1,
              'targets', coalesce(json_agg(jsonb_build_object('subject', subject) || target order by source, feature_place, target_place), '[]'))::text
            from (
              select 0 as source, t.position as feature_place, 0 as target_place,
                     json_build_object('kind', t.subject_kind, 'code', t.subject_code) as subject, t.target
              from published_plan.target t
              {string.Join('\n', rows)}
            ) every
            """;
    }
}
