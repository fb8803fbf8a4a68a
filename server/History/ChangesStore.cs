using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.History;

/// <summary>What was published and what was taken off the plan, revision by revision, the newest first.</summary>
public sealed class ChangesStore(PlanDatabase database, PlanCatalogue catalogue)
{
    /// <summary>So many features of a revision are listed; how many they are is said.</summary>
    public const int MostFeatures = 20;

    private static readonly string[] Names = ["name_zh", "name_en"];

    /// <summary>When the plan changed last.</summary>
    public async Task<DateTimeOffset> ChangedAt(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand("select changed_at from published_plan.revision");
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancel))!);
    }

    /// <summary>
    /// {revision, at, number, decision, collections: [{collection, number}], features: [{collection, code, version, action, name_zh,
    /// name_en}]} of each, one more than asked for where there are more. A decision is its number, null for what was loaded.
    /// </summary>
    public async Task<JsonArray> Find(ChangesQuery asked, CancellationToken cancel)
    {
        var ofCollection = asked.Collection is null ? "" : "and p.collection = $1";
        await using var connection = await database.Public.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand($"""
            with found as materialized (
              select p.revision, max(p.at) as at, sum(p.number)::bigint as number,
                jsonb_agg(jsonb_build_object('collection', p.collection, 'number', p.number) order by p.collection) as collections
              from published_plan.publication p
              where p.revision < coalesce($2, 9223372036854775807) and p.revision > coalesce($3, -1)
                and p.revision >= coalesce((select s.revision from published_plan.publication s where s.at >= $4 order by s.at, s.revision limit 1), case when $4 is null then 0 else 9223372036854775807 end)
                {ofCollection}
              group by p.revision order by p.revision desc limit $5
            )
            select coalesce(jsonb_agg(jsonb_build_object(
              'revision', f.revision, 'at', f.at, 'number', f.number, 'decision', d.id, 'collections', f.collections, 'features', listed.features) order by f.revision desc), '[]')::text
            from found f
            left join published_plan.decision d on d.revision = f.revision
            cross join lateral (
              select jsonb_agg(jsonb_build_object('collection', first.collection, 'code', first.code, 'version', first.version, 'action', first.action) order by first.collection, first.id) as features
              from (select * from published_plan.change p where p.revision = f.revision {ofCollection} order by p.collection, p.id limit {MostFeatures}) first) listed
            """, connection);
        command.Parameters.Add(new() { Value = (object?)asked.Collection ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)asked.Before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (object?)asked.AfterRevision ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (object?)asked.Since?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = asked.Limit + 1 });
        var found = JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancel))!)!.AsArray();
        await Name([.. found.SelectMany(change => change!["features"]!.AsArray().OfType<JsonObject>())], connection, cancel);
        return found;
    }

    /// <summary>What each was called in the version that came or went; nothing for a collection that the catalogue does not have any more.</summary>
    private async Task Name(List<JsonObject> features, NpgsqlConnection connection, CancellationToken cancel)
    {
        foreach (var ofCollection in features.GroupBy(feature => (string)feature["collection"]!))
        {
            if (catalogue.FindCollection(ofCollection.Key) is not { } collection || !Names.All(collection.Has))
            {
                continue;
            }

            await using var command = new NpgsqlCommand($"""
                select h.code, h.version, h.name_zh, h.name_en from {collection.History} h
                join unnest($1, $2) as asked (code, version) on h.code = asked.code and h.version = asked.version
                """, connection);
            command.Parameters.Add(new() { Value = ofCollection.Select(feature => (string)feature["code"]!).ToArray() });
            command.Parameters.Add(new() { Value = ofCollection.Select(feature => (int)feature["version"]!).ToArray() });
            var byVersion = ofCollection.ToLookup(feature => ((string)feature["code"]!, (int)feature["version"]!));
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                foreach (var feature in byVersion[(reader.GetString(0), reader.GetInt32(1))])
                {
                    feature["name_zh"] = reader.IsDBNull(2) ? null : reader.GetString(2);
                    feature["name_en"] = reader.IsDBNull(3) ? null : reader.GetString(3);
                }
            }
        }
    }
}
