using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Targets of parks and of other subjects for which the plan gives no year.</summary>
internal static class TargetsWithoutYear
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Park, "targets") is { } parks ? Of(parks) : null;

    private static GapRule Of(CollectionDefinition parks) => new(
        "targets-without-year",
        $"""
        select
          'targets-without-year-' || p.code as code,
          'not-stated' as kind,
          jsonb_build_object('collection', '{parks.Id}', 'name_zh', p.name_zh, 'name_en', p.name_en) as args,
          jsonb_build_array({GapSql.Feature(parks, "p")}) as features,
          targets.sides,
          jsonb_build_object('count', targets.without_year, 'total', jsonb_array_length(p.targets)) as counts
        from {parks.Published} p
        cross join lateral (
          select count(*) as without_year, jsonb_agg({GapSql.Side("t", "p.code")} order by place) as sides
          from jsonb_array_elements(p.targets) with ordinality as listed (t, place)
          where t ->> 'horizon' is null
        ) targets
        where targets.without_year > 0
        """);
}
