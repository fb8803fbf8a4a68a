using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>A paragraph with its neighbours and what cites it: features by their attributes, and targets of the zone and of the clusters.</summary>
public sealed class ParagraphStore(PlanDatabase database, PlanCatalogue catalogue)
{
    private const int MostCounted = 1000;

    private readonly string sql = $"""
        with asked as materialized (
          select $1::text as id
        ), citing as materialized (
          {Citing.Rows($"""
            select one.*, citation
            from asked
            cross join lateral ({Citing.Features(catalogue, MostCounted, _ => Citing.Cites("asked.id"))}) one
            cross join jsonb_array_elements(one.citations) citation
            where citation ->> 'paragraph' = asked.id
            """)}
        )
        select
          (select jsonb_build_object('revision', r.value) from published_plan.revision r)::text,
          (
            select (to_jsonb(p) - 'ordinal' || jsonb_build_object(
              'previous', (select b.id from published_plan.paragraph b where b.plan = p.plan and b.ordinal = p.ordinal - 1),
              'next', (select a.id from published_plan.paragraph a where a.plan = p.plan and a.ordinal = p.ordinal + 1)))::text
            from published_plan.paragraph p
            where p.id = $1
          ),
          (select {Citing.List}::text from citing),
          (
            select coalesce(jsonb_agg(jsonb_build_object(
              'kind', t.subject_kind, 'code', t.subject_code, 'indicator', t.target -> 'indicator', 'horizon', t.target -> 'horizon',
              'value', t.target -> 'value', 'unit', t.target -> 'unit') order by t.position), '[]')::text
            from published_plan.target t
            where t.target ->> 'paragraph' = $1
          ),
          (select d.report ->> 'verdict' from published_plan.document d where d.is_loaded limit 1),
          (select {Citing.LeftOut}::text from citing)
        """;

    /// <summary>The paragraph, or null when neither the text nor the outline of the plan has such a place.</summary>
    public async Task<JsonObject?> Find(string id, CancellationToken cancel)
    {
        await using var connection = await database.Public.OpenConnectionAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(cancel);
        await Citing.UseIndex(moment, cancel);
        await using var command = new NpgsqlCommand(sql, connection, moment);
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var isComplete = !reader.IsDBNull(4) && reader.GetString(4) == "complete";
        var found = reader.IsDBNull(1) ? isComplete ? null : Locate(id) : JsonNode.Parse(reader.GetString(1))!.AsObject();
        if (found is null)
        {
            return null;
        }

        found["revision"] = JsonNode.Parse(reader.GetString(0))!["revision"]!.DeepClone();
        found["text_loaded"] = found["text"] is not null;
        found["features"] = JsonNode.Parse(reader.GetString(2));
        found["left_out"] = JsonNode.Parse(reader.GetString(5));
        found["targets"] = JsonNode.Parse(reader.GetString(3));
        return found;
    }

    /// <summary>A feature that cites the paragraph, with its collection, to look for what it says of itself.</summary>
    public async Task<(CollectionDefinition Collection, JsonElement Feature)?> FindFeature(string code, string? collectionId, CancellationToken cancel)
    {
        var candidates = catalogue.Collections.Where(collection => collectionId is null || collection.Id == collectionId).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        await using var command = database.Public.CreateCommand(string.Join("\nunion all\n", candidates.Select(collection =>
            $"select '{collection.Id}', {collection.Order} as place, row_to_json(f)::text from (select {string.Join(", ", collection.Properties.Select(property => $"p.{property.Name}"))} from {collection.Published} p where p.code = $1) f"))
            + "\norder by place limit 1");
        command.Parameters.Add(new() { Value = code });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? (catalogue.FindCollection(reader.GetString(0))!, JsonElement.Parse(reader.GetString(2)))
            : null;
    }

    /// <summary>What is known of a place without the text: whatever its id and the outline say.</summary>
    private JsonObject? Locate(string id)
    {
        if (Locator.TryParse(id) is not { } locator || catalogue.FindPlan(locator.Plan) is not { } plan || locator.WhyNotIn(plan) is not null)
        {
            return null;
        }

        var place = PlaceOnly.Of(locator, plan);
        place["plan"] = plan.Code;
        place["previous"] = null;
        place["next"] = null;
        return place;
    }
}
