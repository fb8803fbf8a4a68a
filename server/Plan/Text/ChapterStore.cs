using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using NpgsqlTypes;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>
/// A chapter as one reads it: its paragraphs and boxes in the order of the document, the preamble of the part before its
/// first chapter, and with each paragraph what it means on the map. Without the text, the places that are cited.
/// </summary>
public sealed class ChapterStore(PlanDatabase database, PlanCatalogue catalogue, OutlineStore outline)
{
    private readonly PlanDefinition plan = catalogue.FindPlan(catalogue.Product.Plan)!;

    private readonly string sql = $"""
        with citing as materialized (
          {Citing.Rows(catalogue, "$2")}
          union all
          {Citing.Rows(catalogue, "$3")}
        ), shown as (
          select p.id, to_jsonb(p) - 'plan' - 'ordinal' as paragraph, p.ordinal
          from published.paragraph p
          where p.plan = $1 and (p.chapter = $4 or p.chapter is null and p.part = $5)
        )
        select coalesce(jsonb_agg(
          coalesce(s.paragraph, jsonb_build_object('id', cited.paragraph, 'text', null, 'sentences', '[]'::jsonb))
            || jsonb_build_object('features', coalesce(cited.features, '[]'))
          order by s.ordinal, length(cited.paragraph), cited.paragraph), '[]')::text
        from shown s
        full join (select paragraph, {Citing.List} as features from citing group by paragraph) cited on cited.paragraph = s.id
        """;

    /// <summary>The chapter, or null when the plan has none of this number.</summary>
    public async Task<JsonObject?> Find(int number, CancellationToken cancel)
    {
        if (plan.PartOfChapter(number) is not { } part)
        {
            return null;
        }

        var whole = await outline.Read(cancel);
        var heading = whole["parts"]!.AsArray().SelectMany(one => one!["chapters"]!.AsArray())
            .FirstOrDefault(chapter => (int)chapter!["number"]! == number)?.DeepClone().AsObject() ?? new JsonObject { ["number"] = number };
        var isFirst = part.Chapters[0] == number;

        await using var command = database.Public.CreateCommand(sql);
        command.Parameters.Add(new() { Value = plan.Code });
        command.Parameters.Add(new() { Value = $$"""[{"plan":"{{plan.Code}}","chapter":{{number}}}]""", NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = $$"""[{"plan":"{{plan.Code}}","chapter":null,"part":{{(isFirst ? part.Number : 0)}}}]""", NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = isFirst ? part.Number : 0 });
        heading["revision"] = whole["revision"]!.DeepClone();
        heading["plan"] = plan.Code;
        heading["part"] = part.Number;
        heading["text_loaded"] = whole["text_loaded"]!.DeepClone();
        heading["paragraphs"] = JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancel))!);
        return heading;
    }
}
