using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>
/// The target of an industry cluster beside the figures of the parks that serve its chains. Their sum is given only where
/// nothing is counted twice: no park serves a chain of another cluster, and all figures are of the year of the target.
/// </summary>
internal static class ClusterTargetBesideParks
{
    public static GapRule Rule(PlanCatalogue catalogue) => new(
        "cluster-target-beside-parks",
        $"""
        with chain (code, cluster) as (values {Chains(catalogue)}),
        cluster_target as (
          select
            t.subject_code as cluster, t.target ->> 'indicator' as indicator, (t.target ->> 'horizon')::integer as horizon,
            jsonb_agg({GapSql.Side("t.target", "t.subject_code")} order by t.position) as sides
          from published_plan.target t
          where t.subject_kind = 'industry-cluster' and t.target ->> 'value' is not null
          group by t.subject_code, t.target ->> 'indicator', t.target ->> 'horizon'
        ),
        park as (
          select distinct
            p.code, p.name_zh, p.name_en, p.placement, p.citations, p.targets, own.cluster,
            exists (select from chain other where other.code = any(p.industry_chains) and other.cluster <> own.cluster) as serves_others
          from published.parks p
          join chain own on own.code = any(p.industry_chains)
        )
        select
          'cluster-' || c.cluster || '-' || c.indicator || '-beside-parks' as code,
          'figure' as kind,
          jsonb_build_object('industry_cluster', c.cluster, 'indicator', c.indicator, 'horizon', c.horizon) as args,
          beside.features,
          c.sides || beside.sides as sides,
          jsonb_build_object(
            'parks', beside.parks, 'with_figure', beside.with_figure, 'serving_other_clusters', beside.serving_others,
            'sum', case when beside.serving_others = 0 and beside.of_other_years = 0 then beside.sum end) as counts
        from cluster_target c
        cross join lateral (
          select
            jsonb_agg(distinct {GapSql.Feature("'parks'", "p")}) as features,
            count(distinct p.code) as parks,
            count(distinct p.code) filter (where t is not null) as with_figure,
            count(distinct p.code) filter (where t is not null and p.serves_others) as serving_others,
            count(*) filter (where t is not null and coalesce((t ->> 'horizon')::integer, 0) <> coalesce(c.horizon, 0)) as of_other_years,
            sum((t ->> 'value')::numeric) as sum,
            coalesce(jsonb_agg({GapSql.Side("t", "p.code")} order by length(p.code), p.code) filter (where t is not null), '[]') as sides
          from park p
          left join lateral jsonb_array_elements(p.targets) t
            on t ->> 'indicator' = c.indicator and t ->> 'value' is not null and coalesce((t ->> 'horizon')::integer, c.horizon) = c.horizon
          where p.cluster = c.cluster
        ) beside
        where beside.with_figure > 0
        """);

    private static string Chains(PlanCatalogue catalogue) =>
        string.Join(", ", catalogue.Vocabularies["industry_chain"].Terms.Select(term => $"('{term.Code}', '{term.Parent}')"));
}
