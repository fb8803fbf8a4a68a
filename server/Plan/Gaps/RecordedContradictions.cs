using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>One thing that the plan states in more than one way, each side with its place; what another rule shows is not listed again.</summary>
internal static class RecordedContradictions
{
    public static GapRule Rule(PlanCatalogue catalogue)
    {
        var named = catalogue.Collections.Select(collection => $"""
            select {collection.Order} as place, f.code, {GapSql.Feature(collection)} as feature
            from {collection.Published} f
            where f.code in (select jsonb_array_elements_text(c.content -> 'features') from published_plan.contradiction c)
            """);
        return new GapRule(
            "recorded-contradiction",
            $"""
            select
              c.code,
              c.content ->> 'kind' as kind,
              jsonb_build_object('title_zh', c.content -> 'title_zh', 'title_en', c.content -> 'title_en') as args,
              coalesce((
                select jsonb_agg(distinct named.feature)
                from ({string.Join("\nunion all\n", named)}) named
                where c.content -> 'features' ? named.code), '[]') as features,
              (select jsonb_agg((s - 'paragraph') || jsonb_build_object('subject', null) order by place) from jsonb_array_elements(c.content -> 'sides') with ordinality as listed (s, place)) as sides,
              jsonb_build_object('count', jsonb_array_length(c.content -> 'sides')) as counts
            from published_plan.contradiction c
            where not c.content ? 'rule'
            order by c.position
            """);
    }
}
