using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>What the statements of the rules share. Names are the catalogue's; the schema is published and no other.</summary>
internal static class GapSql
{
    /// <summary>A work list of more than this is a table of its own: the count says how many there are.</summary>
    public const int ListedAtMost = 200;

    /// <summary>A feature with the place that names it.</summary>
    public static string Feature(CollectionDefinition collection, string alias = "f") => $"""
        jsonb_build_object(
          'collection', '{collection.Id}', 'code', {alias}.code, 'name_zh', {alias}.name_zh, 'name_en', {alias}.name_en, 'placement', {alias}.placement,
          'citation', (select c from jsonb_array_elements({alias}.citations) c order by c ->> 'attribute' is not null limit 1))
        """;

    /// <summary>One entry that lists the features of a collection that fit a condition; no entry when none does.</summary>
    public static string Listed(CollectionDefinition collection, string code, string kind, string condition) => $"""
        select
          '{code}' as code,
          '{kind}' as kind,
          jsonb_build_object('collection', '{collection.Id}') as args,
          coalesce(jsonb_agg({Feature(collection)} order by f.place) filter (where f.fits and f.place <= {ListedAtMost}), '[]') as features,
          '[]'::jsonb as sides,
          jsonb_build_object('count', count(*) filter (where f.fits), 'total', count(*)) as counts
        from (
          select f.code, f.name_zh, f.name_en, f.placement, f.citations, f.fits, row_number() over (partition by f.fits order by length(f.code), f.code) as place
          from (select f.code, f.name_zh, f.name_en, f.placement, f.citations, coalesce({condition}, false) as fits from {collection.Published} f where f.origin = 'plan') f
        ) f
        having count(*) filter (where f.fits) > 0
        """;

    /// <summary>A target as one side of an entry.</summary>
    public static string Side(string target, string subject) => $"""
        jsonb_build_object(
          'subject', {subject}, 'indicator', {target} -> 'indicator', 'comparator', {target} -> 'comparator', 'value', {target} -> 'value',
          'unit', {target} -> 'unit', 'horizon', {target} -> 'horizon', 'citation', {target} -> 'citation',
          'words', null, 'note_zh', {target} -> 'note_zh', 'note_en', {target} -> 'note_en')
        """;
}
