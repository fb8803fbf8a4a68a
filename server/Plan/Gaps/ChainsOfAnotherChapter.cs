using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>
/// Chapter 12 gives the vocabulary of the chains. A paragraph of another chapter that lists most of them under the same
/// words, but not all, is another list. It takes the text to see it.
/// </summary>
internal static class ChainsOfAnotherChapter
{
    private const int Vocabulary = 12;

    /// <summary>A paragraph that names so many of the ten means the list, not some of its chains.</summary>
    private const string Most = "0.75";

    public static GapRule? Rule(PlanCatalogue catalogue) => catalogue.TermsOf("industry_chain") is { Count: > 0 } chains ? Of(chains) : null;

    private static GapRule Of(IReadOnlyList<Term> chains) => new(
        "chains-of-another-chapter",
        $"""
        select
          'chains-of-' || listed.paragraph as code,
          'term' as kind,
          jsonb_build_object('chapter', listed.chapter, 'vocabulary_chapter', {Vocabulary}, 'missing', listed.missing) as args,
          '[]'::jsonb as features,
          jsonb_build_array(jsonb_build_object(
            'subject', null, 'words', null, 'value', listed.named, 'unit', null, 'horizon', null, 'note_zh', null, 'note_en', null,
            'citation', jsonb_build_object(
              'plan', listed.plan, 'part', listed.part, 'chapter', listed.chapter, 'section', listed.section, 'box', null, 'item', null,
              'paragraph', listed.paragraph, 'attribute', null, 'basis', 'stated', 'rule', null))) as sides,
          jsonb_build_object('count', listed.named, 'total', listed.total) as counts
        from (
          select
            p.id as paragraph, p.plan, p.part, p.chapter, p.section,
            count(*) as total,
            count(*) filter (where position(chain.name in p.text) > 0) as named,
            jsonb_agg(chain.code order by chain.place) filter (where position(chain.name in p.text) = 0) as missing
          from published_plan.paragraph p
          cross join (values {Chains(chains)}) as chain (place, code, name)
          where p.chapter <> {Vocabulary} and p.kind = 'chapter'
          group by p.id, p.plan, p.part, p.chapter, p.section
        ) listed
        where listed.named >= {Most} * listed.total and listed.named < listed.total
        """);

    private static string Chains(IReadOnlyList<Term> chains) =>
        string.Join(", ", chains.Select((term, place) => $"({place}, '{term.Code}', '{term.Zh.Replace("'", "''", StringComparison.Ordinal)}')"));
}
