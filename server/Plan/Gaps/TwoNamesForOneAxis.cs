using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Axes that the plan calls by two names. Where the text is loaded, each name is cited where it stands.</summary>
internal static class TwoNamesForOneAxis
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Axis) is { } axes ? Of(axes) : null;

    private static GapRule Of(CollectionDefinition axes) => new(
        "two-names-for-one-axis",
        $"""
        select
          'two-names-' || a.code as code,
          'name' as kind,
          jsonb_build_object('count', names.number) as args,
          jsonb_build_array({GapSql.Feature(axes, "a")}) as features,
          names.sides,
          jsonb_build_object('count', names.number) as counts
        from {axes.Published} a
        cross join lateral (
          select
            count(*) as number,
            jsonb_agg(jsonb_build_object(
              'subject', a.code, 'words', name, 'value', null, 'unit', null, 'horizon', null, 'note_zh', null, 'note_en', null,
              'citation', (
                select c
                from jsonb_array_elements(a.citations) c
                left join published_plan.paragraph p on p.id = c ->> 'paragraph'
                order by coalesce(position(name in replace(p.text, ' ', '')), 0) = 0, c ->> 'attribute' is not null
                limit 1)) order by place) as sides
          from unnest(a.name_zh || a.aliases) with ordinality as listed (name, place)
        ) names
        where names.number > 1
        """);
}
