using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>The work list, computed in one statement and kept until the plan changes.</summary>
public sealed class GapStore(PlanDatabase database, PlanCatalogue catalogue)
{
    private readonly string sql = Sql(GapRule.All(catalogue));
    private volatile Kept? kept;

    /// <summary>The answer as JSON, as PostgreSQL wrote it.</summary>
    public async Task<string> All(PlanRevision revision, CancellationToken cancel)
    {
        if (kept is { } known && known.Revision == revision)
        {
            return known.Json;
        }

        await using var command = database.Public.CreateCommand(sql);
        var json = (string)(await command.ExecuteScalarAsync(cancel))!;

        // The data may be newer than the revision that was read before it, never older.
        kept = new Kept(revision, json);
        return json;
    }

    private static string Sql(IReadOnlyList<GapRule> rules)
    {
        var rows = rules.Select((rule, place) => $"""
            select {place} as rule_place, '{rule.Code}' as rule, row_number() over () as place, found.*
            from ({rule.Sql}) found
            """);
        return $"""
            select json_build_object(
              'revision', (select value from published_plan.revision),
              'rules', json_build_array({string.Join(", ", rules.Select(rule => $"'{rule.Code}'"))}),
              'entries', coalesce(json_agg(json_build_object(
                'rule', e.rule, 'kind', e.kind, 'code', e.code, 'args', e.args, 'features', e.features, 'sides', e.sides, 'counts', e.counts)
                order by e.rule_place, e.place), '[]'))::text
            from ({string.Join("\nunion all\n", rows)}) e
            """;
    }

    private sealed record Kept(PlanRevision Revision, string Json);
}
