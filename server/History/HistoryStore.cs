using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.History;

/// <summary>The versions of a feature, the newest first.</summary>
public sealed class HistoryStore(PlanDatabase database)
{
    /// <summary>Nobody reads more, and a feature that an import changes daily has them in a year.</summary>
    private const int MostVersions = 500;

    /// <summary>What everybody may know: the versions that were approved, {version, approved_at, recorded_to, recorded_as, decision, properties, geometry}; a decision is its number, null for what was loaded.</summary>
    public async Task<JsonArray> Published(CollectionDefinition collection, string code, CancellationToken cancel)
    {
        var properties = string.Join(", ", collection.Properties.Select(property => $"h.{property.Column}"));
        await using var command = database.Public.CreateCommand($"""
            select coalesce(jsonb_agg(version order by number desc), '[]')::text from (
              select h.version as number, jsonb_build_object(
                'version', h.version, 'approved_at', h.approved_at, 'recorded_to', h.recorded_to, 'recorded_as', h.recorded_as,
                'decision', (
                  select d.id from published_plan.change c join published_plan.decision d on d.revision = c.revision
                  where c.collection = $2 and c.code = h.code and c.version = h.version and c.action = 'published' limit 1),
                'properties', (select to_jsonb(said) from (select {properties}) said), 'geometry', ST_AsGeoJSON(h.geom, 15, 0)::jsonb) as version
              from {collection.History} h where h.code = $1 order by h.version desc limit {MostVersions}
            ) newest
            """);
        command.Parameters.Add(new() { Value = code });
        command.Parameters.Add(new() { Value = collection.Id });
        return JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancel))!)!.AsArray();
    }

    /// <summary>What those who draw and review may know: all of them, by whom, and what was said.</summary>
    public async Task<JsonArray> All(CollectionDefinition collection, string code, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        return (await connection.Call("feature_history($1, $2)", cancel, collection.Id, code))!.AsArray();
    }
}
