using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>
/// The target of an industry cluster beside the figures of the parks of that cluster alone: what a park of several clusters
/// reaches is no part of one of them (a product of another cluster that it names in passing does not count). Their sum is given only where all figures are of the year of the target.
/// </summary>
internal static class ClusterTargetBesideParks
{
    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.FindRole(CollectionRole.Park, "targets", "industry_clusters", "chain_grounds") is { } parks ? Of(parks) : null;

    private static GapRule Of(CollectionDefinition parks) => new(
        "cluster-target-beside-parks",
        $"""
        with cluster_target as (
          select
            t.subject_code as cluster, t.target ->> 'indicator' as indicator, (t.target ->> 'horizon')::integer as horizon,
            jsonb_agg({GapSql.Side("t.target", "t.subject_code")} order by t.position) as sides
          from published_plan.target t
          where t.subject_kind = 'industry-cluster' and t.target ->> 'value' is not null
          group by t.subject_code, t.target ->> 'indicator', t.target ->> 'horizon'
        ),
        park as (
          select
            p.code, p.name_zh, p.name_en, p.placement, p.citations, p.targets, own.cluster,
            exists (
              select from jsonb_array_elements(p.chain_grounds) g
              where g ->> 'degree' <> 'named' and g ->> 'industry_cluster' <> own.cluster) as is_of_several
          from {parks.Published} p
          cross join unnest(p.industry_clusters) as own (cluster)
        )
        select
          'cluster-' || c.cluster || '-' || c.indicator || '-beside-parks' as code,
          'figure' as kind,
          jsonb_build_object('industry_cluster', c.cluster, 'indicator', c.indicator, 'horizon', c.horizon) as args,
          beside.features,
          c.sides || beside.sides as sides,
          jsonb_build_object(
            'parks', beside.parks, 'with_figure', beside.with_figure,
            'of_several_clusters', (select count(*) from park left_out where left_out.cluster = c.cluster and left_out.is_of_several),
            'sum', case when beside.of_other_years = 0 then beside.sum end) as counts
        from cluster_target c
        cross join lateral (
          select
            jsonb_agg(distinct {GapSql.Feature(parks, "p")}) as features,
            count(distinct p.code) as parks,
            count(distinct p.code) filter (where t is not null) as with_figure,
            count(*) filter (where t is not null and coalesce((t ->> 'horizon')::integer, 0) <> coalesce(c.horizon, 0)) as of_other_years,
            sum((t ->> 'value')::numeric) as sum,
            coalesce(jsonb_agg({GapSql.Side("t", "p.code")} order by length(p.code), p.code) filter (where t is not null), '[]') as sides
          from park p
          left join lateral jsonb_array_elements(p.targets) t
            on t ->> 'indicator' = c.indicator and t ->> 'value' is not null and coalesce((t ->> 'horizon')::integer, c.horizon) = c.horizon
          where p.cluster = c.cluster and not p.is_of_several
        ) beside
        where beside.with_figure > 0
        """);
}
