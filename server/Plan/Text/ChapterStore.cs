using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>
/// A chapter as one reads it: its paragraphs and boxes in the order of the document, the preamble of the part before its
/// first chapter, and with each paragraph what it means on the map. Without the text, the places that are cited.
/// </summary>
public sealed class ChapterStore(PlanDatabase database, PlanCatalogue catalogue, OutlineStore outline, IOptions<PlanOptions> options)
{
    private readonly PlanDefinition plan = catalogue.FindPlan(catalogue.Product.Plan)!;

    /// <summary>How many places of a kind a large collection is asked for when there is no text that has them: each has a price.</summary>
    private const int MostPlaces = 30;

    // Small collections are asked once for the whole chapter. So many of a large one can cite it that their citations are
    // not to be read: it is asked for each place by itself, and not for more than are listed.
    private readonly string sql = $"""
        with shown as (
          select p.id, to_jsonb(p) - 'plan' - 'ordinal' as paragraph, p.ordinal
          from published_plan.paragraph p
          where p.plan = $1 and (p.chapter = $4 or p.chapter is null and p.part = $5)
        ), places as materialized (
          select id from shown union select unnest($6::text[])
        ), citing as materialized (
          {Citing.Rows($"""
            select small.*, citation
            from ({Citing.Features(catalogue, options.Value.LargeCollection, collection => $"(f.citations @> $2 or f.citations @> $3) and not {IsLarge(collection)}")}) small
            cross join jsonb_array_elements(small.citations) citation
            where citation @> ($2 -> 0) or citation @> ($3 -> 0)
            union all
            select one.*, citation
            from places
            cross join lateral ({Citing.Features(catalogue, Citing.MostListed, collection => $"{Citing.Cites("places.id")} and {IsLarge(collection)}")}) one
            cross join jsonb_array_elements(one.citations) citation
            where citation ->> 'paragraph' = places.id
            """)}
        )
        select coalesce(jsonb_agg(
          coalesce(s.paragraph, jsonb_build_object('id', cited.paragraph, 'text', null, 'sentences', '[]'::jsonb))
            || jsonb_build_object('features', coalesce(cited.features, '[]'), 'left_out', coalesce(cited.left_out, '[]'))
          order by s.ordinal, length(cited.paragraph), cited.paragraph), '[]')::text
        from shown s
        full join (
          select paragraph, {Citing.List} as features, {Citing.LeftOut} as left_out from citing group by paragraph
        ) cited on cited.paragraph = s.id
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

        await using var connection = await database.Public.OpenConnectionAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(cancel);
        var large = await Large(moment, cancel);
        await Citing.UseIndex(moment, cancel);
        await using var command = new NpgsqlCommand(sql, connection, moment);
        command.Parameters.Add(new() { Value = plan.Code });
        command.Parameters.Add(new() { Value = $$"""[{"plan":"{{plan.Code}}","chapter":{{number}}}]""", NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = $$"""[{"plan":"{{plan.Code}}","chapter":null,"part":{{(isFirst ? part.Number : 0)}}}]""", NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = isFirst ? part.Number : 0 });
        command.Parameters.Add(new() { Value = (bool)whole["text_loaded"]! ? [] : Places(number, isFirst ? part.Number : null) });
        command.Parameters.Add(new() { Value = large });
        heading["revision"] = whole["revision"]!.DeepClone();
        heading["plan"] = plan.Code;
        heading["part"] = part.Number;
        heading["text_loaded"] = whole["text_loaded"]!.DeepClone();
        var paragraphs = JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancel))!)!.AsArray();
        foreach (var paragraph in paragraphs.Select(paragraph => paragraph!.AsObject()).Where(paragraph => paragraph["text"] is null))
        {
            Complete(paragraph);
        }

        heading["paragraphs"] = paragraphs;
        return heading;
    }

    /// <summary>A place that is cited and has no text has the members of a paragraph all the same.</summary>
    private void Complete(JsonObject paragraph)
    {
        foreach (var (name, value) in Locator.TryParse((string)paragraph["id"]!) is { } locator ? PlaceOnly.Of(locator, plan) : [])
        {
            paragraph.TryAdd(name, value?.DeepClone());
        }
    }

    private async Task<string[]> Large(NpgsqlTransaction moment, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select coalesce(array_agg(collection), '{{}}') from ({Citing.Large(catalogue, options.Value.LargeCollection)}) large", moment.Connection, moment);
        return (string[])(await command.ExecuteScalarAsync(cancel))!;
    }

    private static string IsLarge(CollectionDefinition collection) => $"'{collection.Id}' = any($7)";

    /// <summary>Where features can cite a chapter without text: its paragraphs and rows, the items of its boxes, the preamble before it.</summary>
    private string[] Places(int number, int? partBefore)
    {
        var beginnings = plan.Boxes.Where(box => box.Chapter == number).SelectMany(box => new[] { $"box-{box.Box}-item-", $"box-{box.Box}-p" })
            .Concat([$"chapter-{number}-p", $"chapter-{number}-row-", .. partBefore is null ? Array.Empty<string>() : [$"part-{partBefore}-p"]]);
        return [.. beginnings.SelectMany(beginning => Enumerable.Range(1, MostPlaces).Select(place => $"{plan.Code}-{beginning}{place}"))];
    }
}
