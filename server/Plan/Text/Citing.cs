using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>
/// From the text to the map: the features of every collection that cite a place of the plan. However many they are,
/// <see cref="MostListed"/> of a collection are listed with a paragraph.
/// </summary>
public static class Citing
{
    public const int MostListed = 100;

    // Under a LIMIT the planner would read a table from its beginning, which ends soon only where what it looks for lies all
    // over it. Of a hundred thousand that are found, a hundred are read: with this memory their pages are noted instead of
    // each of them, which takes a third of the time.
    private const string ByIndex = "set local enable_seqscan = off; set local enable_indexscan = off; set local work_mem = '256kB'";

    /// <summary>
    /// The condition on a feature f that it cites the place whose id an expression gives. Made of a column, not of a
    /// constant, so that no other index seems as good as that on citations where the place is known to be frequent.
    /// </summary>
    public static string Cites(string place) => $"f.citations @> jsonb_build_array(jsonb_build_object('paragraph', {place}))";

    /// <summary>
    /// Rows (collection, place, code, name_zh, name_en, placement, citations, counted) of each collection: not more than
    /// one above <paramref name="counted"/>. Which of them, when there are more, is not said.
    /// </summary>
    public static string Features(PlanCatalogue catalogue, int counted, Func<CollectionDefinition, string> condition) =>
        string.Join("\nunion all\n", Collections(catalogue).Select(collection => $"""
            (select '{collection.Id}' as collection, {collection.Order} as place, f.code, f.name_zh, f.name_en, f.placement, f.citations, {counted} as counted
            from {collection.Published} f
            where {condition(collection)}
            limit {counted} + 1)
            """));

    /// <summary>Rows (collection) of those that have more features than a number.</summary>
    public static string Large(PlanCatalogue catalogue, int most) =>
        string.Join("\nunion all\n", Collections(catalogue).Select(collection =>
            $"select '{collection.Id}' as collection where {LargeTable.Is(collection.Published, most)}"));

    /// <summary>
    /// Rows (paragraph, collection, place, code_length, code, counted, feature, nth, total), one for each feature with a
    /// paragraph, from those of <see cref="Features"/> with one `citation` each.
    /// </summary>
    public static string Rows(string citations) => $"""
        select
          cited.*,
          row_number() over (partition by paragraph, place order by code_length, code) as nth,
          count(*) over (partition by paragraph, place) as total
        from (
          select
            citation ->> 'paragraph' as paragraph,
            f.collection,
            f.place,
            length(f.code) as code_length,
            f.code,
            f.counted,
            jsonb_build_object(
              'collection', f.collection, 'code', f.code, 'name_zh', f.name_zh, 'name_en', f.name_en, 'placement', f.placement,
              'named', bool_or(citation ->> 'attribute' is null),
              'attributes', coalesce(jsonb_agg(citation ->> 'attribute' order by citation ->> 'attribute') filter (where citation ->> 'attribute' is not null), '[]')) as feature
          from ({citations}) f
          group by citation ->> 'paragraph', f.place, f.collection, f.code, f.name_zh, f.name_en, f.placement, f.counted
        ) cited
        """;

    /// <summary>The rows of a paragraph as one list: structure before services, park-2 before park-10.</summary>
    public static readonly string List =
        $"coalesce(jsonb_agg(feature order by place, code_length, code) filter (where nth <= {MostListed}), '[]')";

    /// <summary>How many of a collection cite the paragraph and are not in the list: `is_exact` is false where there are more than that.</summary>
    public static readonly string LeftOut = $"""
        coalesce(jsonb_agg(jsonb_build_object(
          'collection', collection, 'number', least(total, counted) - {MostListed}, 'is_exact', total <= counted) order by place)
          filter (where nth = {MostListed + 1}), '[]')
        """;

    /// <summary>From here on a transaction finds by the index on citations what cites a place.</summary>
    public static async Task UseIndex(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(ByIndex, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Their names come from the catalogue, where the schema allows lower case, digits and hyphens only.
    private static IEnumerable<CollectionDefinition> Collections(PlanCatalogue catalogue) =>
        catalogue.Collections.Where(collection => collection.Has("citations"));
}
