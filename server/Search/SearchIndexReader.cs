using System.Data;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Search;

/// <summary>Builds the index from the published views, all of it as of one moment.</summary>
public sealed class SearchIndexReader(PlanDatabase database, PlanCatalogue catalogue, PinyinTable pinyin, SimplifiedTable simplified)
{
    /// <summary>Of a collection that has more memory holds what the plan and its staff brought, and of that not more.</summary>
    private const int MostFeatures = 20_000;

    /// <summary>The origin of features that neither the plan nor its staff brought.</summary>
    private const string Import = "import";

    private readonly IReadOnlyList<SearchTerm> terms = [.. TermsOf(catalogue)];

    public Task<SearchIndex> Read(CancellationToken cancel) => Migrator.BesideNone(database, () => ReadAsOfOneMoment(cancel), cancel);

    private async Task<SearchIndex> ReadAsOfOneMoment(CancellationToken cancel)
    {
        await using var connection = await database.Bulk.OpenConnectionAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var revision = (await Rows(connection, "select installation, value from published_plan.revision", row => new PlanRevision(row.GetGuid(0), row.GetInt64(1)), cancel))[0];
        var (features, beyond) = (new List<SearchFeature>(), new List<CollectionDefinition>());
        foreach (var collection in catalogue.Collections)
        {
            var (held, hasMore) = await Features(connection, collection, cancel);
            features.AddRange(held.Select(Named));
            if (hasMore)
            {
                beyond.Add(collection);
            }
        }

        var headings = await Rows(connection, HeadingSql, row => new SearchTerm(row.GetString(0), row.GetString(1), row.GetString(2), "", row.IsDBNull(3) ? null : row.GetString(3)), cancel);
        var policies = await Rows(connection, PolicySql, Policy, cancel);
        var products = await Rows(connection, ProductSql, Product, cancel);
        var sentences = await Rows(connection, SentenceSql, Sentence, cancel);
        return new SearchIndex(revision, features, [.. terms, .. policies, .. products, .. headings], sentences, pinyin, simplified) { Beyond = beyond };
    }

    /// <summary>What one can filter by, and the collections themselves.</summary>
    private static IEnumerable<SearchTerm> TermsOf(PlanCatalogue catalogue)
    {
        var filters = catalogue.Collections.SelectMany(collection => collection.Properties).Where(property => property.IsFacet).Select(property => property.Vocabulary!).Distinct();
        return filters.SelectMany(name => catalogue.Vocabularies[name].Terms.Select(term => new SearchTerm(name, term.Code, term.Zh, term.En, term.Parent, [.. new[] { term.Ja, term.Ko }.OfType<string>()])))
            .Concat(catalogue.Collections.Select(collection => new SearchTerm("collection", collection.Id, collection.Title.Zh, collection.Title.En, null)));
    }

    /// <summary>By the names that only its profile has, too.</summary>
    private SearchFeature Named(SearchFeature feature) =>
        catalogue.FindProfile(Profile.Feature, feature.Code) is { } profile ? feature with { Aliases = [.. feature.Aliases, .. profile.OtherNames] } : feature;

    /// <summary>The features that memory holds, and whether there are more. All statements go along the index on origin: to sort all would take a second and more for a million.</summary>
    private static async Task<(IReadOnlyList<SearchFeature> Held, bool HasMore)> Features(NpgsqlConnection connection, CollectionDefinition collection, CancellationToken cancel)
    {
        var (columns, from) = (SearchFeatureSql.Columns(collection), $"from {collection.Published} f");
        var own = await Rows(connection, $"select {columns} {from} where f.origin < '{Import}' or f.origin > '{Import}' order by length(f.code), f.code limit {MostFeatures + 1}", SearchFeatureSql.Read, cancel);
        if (own.Count > MostFeatures)
        {
            return ([.. own.Take(MostFeatures)], true);
        }

        var room = MostFeatures - own.Count;
        if ((await Rows(connection, $"select exists (select {from} where f.origin = '{Import}' offset {room})", row => row.GetBoolean(0), cancel))[0])
        {
            return (own, true);
        }

        var imported = await Rows(connection, $"select {columns} {from} where f.origin = '{Import}' order by f.code", SearchFeatureSql.Read, cancel);
        return ([.. own, .. imported], false);
    }

    // The headings of sections begin their paragraphs; those of parts, chapters and boxes stand in the outline alone.
    private const string HeadingSql = """
        with part as (select part from published_plan.document d cross join jsonb_array_elements(d.outline) part where d.is_loaded),
        chapter as (select part, chapter from part cross join jsonb_array_elements(part -> 'chapters') chapter)
        select kind, code, title, parent
        from (
          select 1 as place, 'part' as kind, part ->> 'number' as code, part ->> 'title' as title, null as parent from part
          union all
          select 2, 'chapter', chapter ->> 'number', chapter ->> 'title', part ->> 'number' from chapter
          union all
          select 3, 'box', box ->> 'box', box ->> 'title', chapter ->> 'number' from chapter cross join jsonb_array_elements(chapter -> 'boxes') box
        ) heading
        where title is not null
        order by place, length(code), code
        """;

    private const string PolicySql = "select p.code, p.content ->> 'title_zh', p.content ->> 'title_en', p.content ->> 'kind', array_remove(array[p.content ->> 'title_ja', p.content ->> 'title_ko'], null) from published_plan.policy p order by p.position";

    // What the plan names a chain to make: its parent is the chain.
    private const string ProductSql = """
        select i.code || '-product-' || place, e ->> 'zh', e ->> 'en', i.code, array_remove(array[e ->> 'ja', e ->> 'ko'], null)
        from published_plan.industry i cross join jsonb_array_elements(i.content -> 'products') with ordinality as listed (e, place)
        order by i.position, place
        """;

    private static SearchTerm Product(NpgsqlDataReader row) =>
        new("product", row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<string[]>(4));

    /// <summary>Found by its title and by the words of its kind.</summary>
    private SearchTerm Policy(NpgsqlDataReader row)
    {
        var kind = row.GetString(3);
        var term = catalogue.Vocabularies.GetValueOrDefault("policy_kind")?.Find(kind);
        return new SearchTerm("policy", row.GetString(0), row.GetString(1), row.GetString(2), kind, [.. row.GetFieldValue<string[]>(4), .. term is null ? [] : new[] { term.Zh, term.En, term.Ja, term.Ko }.OfType<string>()]);
    }

    // Offsets are those of UTF-16, in which the document was read; PostgreSQL counts characters, so the text is cut here.
    private const string SentenceSql = """
        select p.id, p.chapter, p.box, p.item, (s ->> 'page')::integer, (s ->> 'start')::integer, (s ->> 'end')::integer, p.text
        from published_plan.paragraph p
        cross join jsonb_array_elements(p.sentences) with ordinality as listed (s, place)
        order by p.plan, p.ordinal, place
        """;

    private static SearchSentence Sentence(NpgsqlDataReader row)
    {
        int? Number(int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
        var start = row.GetInt32(5);
        return new SearchSentence(
            row.GetString(0), Number(1), row.IsDBNull(2) ? null : row.GetString(2), Number(3), row.GetInt32(4), start, row.GetString(7)[start..row.GetInt32(6)]);
    }

    private static async Task<List<T>> Rows<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
