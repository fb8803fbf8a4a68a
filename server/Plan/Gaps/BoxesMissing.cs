using System.Globalization;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Boxes are numbered in each part; numbers between the first and the last of a part that no box has.</summary>
internal static class BoxesMissing
{
    public static GapRule Rule(PlanCatalogue catalogue)
    {
        var plan = catalogue.FindPlan(catalogue.Product.Plan)!;
        var rows = Missing(plan).Select(box => $"('{box.Number}', '{box.Before}', '{box.After}', jsonb_build_array({Side(plan, box.Before)}, {Side(plan, box.After)}))").ToList();
        var source = rows.Count == 0 ? "select null, null, null, null::jsonb where false" : "values " + string.Join(", ", rows);
        return new GapRule(
            "boxes-missing",
            $"""
            select
              'box-missing-' || b.number as code,
              'numbering' as kind,
              jsonb_build_object('box', b.number, 'before', b.before, 'after', b.after) as args,
              '[]'::jsonb as features,
              b.sides,
              '{"{}"}'::jsonb as counts
            from ({source}) as b (number, before, after, sides)
            """);
    }

    /// <summary>The neighbour of a missing number, cited where it begins.</summary>
    private static string Side(PlanDefinition plan, string box)
    {
        var chapter = plan.FindBox(box)!.Chapter;
        return $"""
            jsonb_build_object(
              'subject', null, 'words', '{box}', 'value', null, 'unit', null, 'horizon', null, 'note_zh', null, 'note_en', null,
              'citation', jsonb_build_object(
                'plan', '{plan.Code}', 'part', {plan.PartOfChapter(chapter)!.Number}, 'chapter', {chapter}, 'section', null, 'box', '{box}', 'item', null,
                'paragraph', coalesce((select p.id from published_plan.paragraph p where p.plan = '{plan.Code}' and p.box = '{box}' order by p.ordinal limit 1), '{plan.Code}-box-{box}-item-1'),
                'attribute', null, 'basis', 'stated', 'rule', null))
            """;
    }

    private static IEnumerable<(string Number, string Before, string After)> Missing(PlanDefinition plan)
    {
        foreach (var part in plan.Boxes.Select(box => box.Box.Split('-')).GroupBy(number => number[0]))
        {
            var numbers = part.Select(number => int.Parse(number[1], CultureInfo.InvariantCulture)).Order().ToList();
            foreach (var (before, after) in numbers.Zip(numbers.Skip(1)))
            {
                for (var number = before + 1; number < after; number++)
                {
                    yield return ($"{part.Key}-{number}", $"{part.Key}-{before}", $"{part.Key}-{after}");
                }
            }
        }
    }
}
