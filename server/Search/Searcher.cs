namespace SpatialPlan.Server.Search;

/// <summary>Finds in an index. Pure: the same index and query give the same answer.</summary>
public static class Searcher
{
    /// <summary>Shorter pinyin reads like half of the text.</summary>
    private const int ShortestPinyinOfText = 4;

    /// <summary>Entries of the features, best first.</summary>
    public static IReadOnlyList<(int Entry, Hit Hit)> Features(SearchIndex index, SearchQuery query) =>
        Ordered(Named(index.FeatureTexts, index.Pinyin, query), entry => index.Features[entry].NameZh.Length);

    /// <summary>The order of all that is found: by what matched, then the shorter name; what is alike in both stays as it stood.</summary>
    public static IOrderedEnumerable<T> BestFirst<T>(IEnumerable<T> found, Func<T, Hit> hit, Func<T, int> length) =>
        found.OrderBy(one => hit(one).Score).ThenBy(length);

    /// <summary>Entries of the vocabulary, best first.</summary>
    public static IReadOnlyList<(int Entry, Hit Hit)> Terms(SearchIndex index, SearchQuery query) =>
        Ordered(Named(index.TermTexts, index.Pinyin, query), entry => index.Terms[entry].Zh.Length);

    /// <summary>Sentences that say it, in the order of the plan; those that only sound like it come after.</summary>
    public static IReadOnlyList<(int Entry, Hit Hit)> Sentences(SearchIndex index, SearchQuery query) =>
        Ordered(All(query, words => Best(index.SentenceTexts, Spoken(index, words))), _ => 0);

    private static IEnumerable<Hit> Spoken(SearchIndex index, string words)
    {
        var texts = index.SentenceTexts;
        var literal = texts.Literal(words).Select(find => Ranking.Literal(texts, find));
        return SearchQuery.MayBePinyin(words) && words.Length >= ShortestPinyinOfText
            ? literal.Concat(texts.Read(words, index.Pinyin, leastCharacters: 2).Select(find => Ranking.Read(texts, find)))
            : literal;
    }

    private static Dictionary<int, Hit> Named(SearchText texts, PinyinTable pinyin, SearchQuery query) => All(query, words =>
    {
        var hits = texts.Literal(words).Select(find => Ranking.Literal(texts, find));
        if (!SearchQuery.MayBePinyin(words))
        {
            return Best(texts, hits);
        }

        var best = Best(texts, hits
            .Concat(texts.Read(words, pinyin).Select(find => Ranking.Read(texts, find)))
            .Concat(Initials(texts, words, pinyin)));

        // A letter that was typed twice, or the initials of both readings of a character: llh for 蓼河 (liao, lu; he).
        return best.Count == 0 && SearchQuery.WithoutRepeats(words) is { Length: > 1 } once && once.Length < words.Length
            ? Best(texts, Initials(texts, once, pinyin))
            : best;
    });

    private static IEnumerable<Hit> Initials(SearchText texts, string words, PinyinTable pinyin) =>
        texts.Initials(words, pinyin).Select(find => Ranking.Initial(texts, find));

    /// <summary>The whole query as one, or every word of it somewhere in the same entry.</summary>
    private static Dictionary<int, Hit> All(SearchQuery query, Func<string, Dictionary<int, Hit>> find)
    {
        if (query.Whole.Length == 0)
        {
            return [];
        }

        var found = find(query.Whole);
        if (query.Words.Count < 2)
        {
            return found;
        }

        var each = query.Words.Select(find).ToList();
        foreach (var (entry, first) in each[0].Where(hit => each.TrueForAll(word => word.ContainsKey(hit.Key))))
        {
            var worst = each.Max(word => word[entry].Score) + 1;
            if (worst < found.GetValueOrDefault(entry, Hit.None).Score)
            {
                found[entry] = first with { Score = worst };
            }
        }

        return found;
    }

    private static Dictionary<int, Hit> Best(SearchText texts, IEnumerable<Hit> hits)
    {
        var best = new Dictionary<int, Hit>();
        foreach (var hit in hits)
        {
            var entry = texts.Fields[hit.Find.Field].Entry;
            if (hit.Score < best.GetValueOrDefault(entry, Hit.None).Score)
            {
                best[entry] = hit;
            }
        }

        return best;
    }

    /// <summary>
    /// Nothing has all: the entries that have the most of the parts, each at its best, and the parts that were found. One
    /// that only stands inside another word says nothing.
    /// </summary>
    public static SearchFinds Parts(SearchIndex index, SearchQuery query)
    {
        foreach (var parts in query.Parts())
        {
            var found = parts.Select(part => SearchQuery.Of(part, query.Limit, index.Simplified))
                .Select(part => new SearchFinds([part.Whole], Features(index, part), Terms(index, part), Sentences(index, part)))
                .Where(finds => finds.Number > 0)
                .ToList();
            if (found.Count > 0)
            {
                return new SearchFinds(
                    [.. found.SelectMany(finds => finds.Parts)],
                    Most(found.Select(finds => finds.Features), entry => index.Features[entry].NameZh.Length),
                    Most(found.Select(finds => finds.Terms), entry => index.Terms[entry].Zh.Length),
                    Most(found.Select(finds => finds.Sentences), _ => 0));
            }
        }

        return SearchFinds.None;
    }

    private static List<(int Entry, Hit Hit)> Most(IEnumerable<IReadOnlyList<(int Entry, Hit Hit)>> parts, Func<int, int> length) =>
    [
        .. parts.SelectMany(found => found).Where(found => !Ranking.IsInsideWord(found.Hit)).GroupBy(found => found.Entry)
            .OrderByDescending(found => found.Count()).ThenBy(found => found.Min(one => one.Hit.Score)).ThenBy(found => length(found.Key)).ThenBy(found => found.Key)
            .Select(found => found.MinBy(one => one.Hit.Score)),
    ];

    // Entries stand in the order of the collections and of their codes, which settles what is otherwise equal.
    private static List<(int Entry, Hit Hit)> Ordered(Dictionary<int, Hit> hits, Func<int, int> length) =>
        [.. BestFirst(hits.Select(pair => (Entry: pair.Key, Hit: pair.Value)), found => found.Hit, found => length(found.Entry)).ThenBy(found => found.Entry)];
}

/// <summary>What was found, each kind best first; Parts says of which words, when nothing has all that was typed.</summary>
public sealed record SearchFinds(
    IReadOnlyList<string> Parts, IReadOnlyList<(int Entry, Hit Hit)> Features, IReadOnlyList<(int Entry, Hit Hit)> Terms, IReadOnlyList<(int Entry, Hit Hit)> Sentences)
{
    public static readonly SearchFinds None = new([], [], [], []);

    public int Number => Features.Count + Terms.Count + Sentences.Count;
}
