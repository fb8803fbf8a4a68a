using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>A figure for each 亩 that is many times what the plan gives for a 亩 elsewhere: shown beside the others.</summary>
internal static class ImplausibleUnits
{
    private const int TimesTheOthers = 10;

    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Park, "targets") is { } parks
        ? Of(parks, catalogue.FindRole(CollectionRole.Project))
        : null;

    private static GapRule Of(CollectionDefinition parks, CollectionDefinition? projects) => new(
        "implausible-units",
        $"""
        with per_mu as (
          select p.code as subject, {GapSql.Side("t", "p.code")} as side, (t ->> 'value')::numeric as value, {GapSql.Feature(parks, "p")} as feature
          from {parks.Published} p
          cross join jsonb_array_elements(p.targets) t
          where t ->> 'unit' = 'CNY/mu' and t ->> 'value' is not null
          union all
          select c.content #>> '{"{features,0}"}', (s - 'paragraph') || jsonb_build_object('subject', c.content #> '{"{features,0}"}'), (s ->> 'value')::numeric,
            {OfProject(projects)}
          from published_plan.contradiction c
          cross join jsonb_array_elements(c.content -> 'sides') s
          where s ->> 'unit' = 'CNY/mu' and s ->> 'value' is not null
        )
        select
          'implausible-per-mu-' || odd.subject as code,
          'unit' as kind,
          jsonb_build_object('unit', 'CNY/mu', 'value', odd.value, 'times', {TimesTheOthers}) as args,
          (select coalesce(jsonb_agg(every.feature order by every.value desc), '[]') from per_mu every where every.feature is not null) as features,
          (select jsonb_agg(every.side order by every.value desc, every.subject) from per_mu every) as sides,
          jsonb_build_object('count', 1, 'total', (select count(*) from per_mu)) as counts
        from per_mu odd
        where odd.value >= {TimesTheOthers} * (select max(other.value) from per_mu other where other.subject <> odd.subject)
        """);

    private static string OfProject(CollectionDefinition? projects) => projects is null
        ? "null::jsonb"
        : $"(select {GapSql.Feature(projects)} from {projects.Published} f where f.code = c.content #>> '{{features,0}}')";
}
