using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>From the text to the map: the features of every collection that cite a place of the plan.</summary>
public static class Citing
{
    /// <summary>
    /// Rows (paragraph, ordinal, feature) for the citations that contain <paramref name="pattern"/>, a place of a
    /// parameter holding JSON like [{"chapter": 12}]; the index on citations answers it.
    /// </summary>
    public static string Rows(PlanCatalogue catalogue, string pattern)
    {
        // Collection names come from the catalogue, where the schema allows lower case, digits and hyphens only.
        var collections = catalogue.Collections.Where(collection => collection.Has("citations")).Select(collection => $"""
            select '{collection.Id}' as collection, {collection.Order} as place, f.code, f.name_zh, f.name_en, f.placement, f.citations
            from published.{collection.TableName} f
            where f.citations @> {pattern}
            """);
        return $"""
            select
              citation ->> 'paragraph' as paragraph,
              place,
              length(f.code) as code_length,
              f.code,
              jsonb_build_object(
                'collection', f.collection, 'code', f.code, 'name_zh', f.name_zh, 'name_en', f.name_en, 'placement', f.placement,
                'named', bool_or(citation ->> 'attribute' is null),
                'attributes', coalesce(jsonb_agg(citation ->> 'attribute' order by citation ->> 'attribute') filter (where citation ->> 'attribute' is not null), '[]')) as feature
            from ({string.Join("\nunion all\n", collections)}) f
            cross join jsonb_array_elements(f.citations) citation
            where citation @> ({pattern} -> 0)
            group by citation ->> 'paragraph', f.place, f.collection, f.code, f.name_zh, f.name_en, f.placement
            """;
    }

    /// <summary>The rows of a paragraph as one list: structure before services, park-2 before park-10.</summary>
    public const string List = "coalesce(jsonb_agg(feature order by place, code_length, code), '[]')";
}
