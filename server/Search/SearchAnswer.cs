namespace SpatialPlan.Server.Search;

/// <summary>
/// What was found, in three groups, best first. Totals say how much more there is; of what was imported into the
/// collections in Beyond only what begins as it was typed was looked for, and not all of that counted. Parts is empty, or
/// lists the words of which each entry has at least one, because nothing has all.
/// </summary>
public sealed record SearchAnswer(
    long Revision,
    string Query,
    bool Pinyin,
    bool TextLoaded,
    SearchTotals Totals,
    IReadOnlyList<FoundFeature> Features,
    IReadOnlyList<FoundText> Text,
    IReadOnlyList<FoundTerm> Vocabulary,
    IReadOnlyList<string> Beyond,
    IReadOnlyList<string> Parts,
    Suggestion? Suggestion)
{
    /// <param name="index">What is searched.</param>
    /// <param name="query">What was typed.</param>
    /// <param name="beyond">Features that the index does not hold, or holds too.</param>
    public static SearchAnswer Of(SearchIndex index, SearchQuery query, IReadOnlyList<SearchFeature> beyond)
    {
        var features = Ranked(index, query, beyond);
        var terms = Searcher.Terms(index, query);
        var sentences = Searcher.Sentences(index, query);
        var suggestion = features.Count + terms.Count + sentences.Count == 0 ? Search.Suggestion.For(index, query) : null;
        var parts = SearchFinds.None;
        if (features.Count + terms.Count + sentences.Count == 0 && suggestion is null)
        {
            parts = Searcher.Parts(index, query);
            features = [.. parts.Features.Select(found => (index, found.Entry, found.Hit))];
            (terms, sentences) = (parts.Terms, parts.Sentences);
        }

        return new SearchAnswer(
            index.Revision.Number,
            query.Written,
            Pinyin: !index.Pinyin.IsEmpty,
            TextLoaded: index.Sentences.Count > 0,
            new SearchTotals(features.Count, sentences.Count, terms.Count),
            [.. features.Take(query.Limit).Select(found => Feature(found.Of, found.Entry, found.Hit))],
            [.. sentences.Take(query.Limit).Select(found => Sentence(index, found.Entry, found.Hit))],
            [.. terms.Take(query.Limit).Select(found => Term(index, found.Entry, found.Hit))],
            [.. index.Beyond.Select(collection => collection.Id)],
            parts.Parts,
            suggestion);
    }

    /// <summary>Those of the index and those beyond it, ranked alike.</summary>
    private static List<(SearchIndex Of, int Entry, Hit Hit)> Ranked(SearchIndex index, SearchQuery query, IReadOnlyList<SearchFeature> beyond)
    {
        var held = Searcher.Features(index, query).Select(found => (Of: index, found.Entry, found.Hit)).ToList();
        if (beyond.Count == 0)
        {
            return held;
        }

        var known = held.Select(found => Key(index.Features[found.Entry])).ToHashSet();
        var others = new SearchIndex(index.Revision, [.. beyond.Where(feature => !known.Contains(Key(feature)))], [], [], index.Pinyin, index.Simplified);
        var all = held.Concat(Searcher.Features(others, query).Select(found => (Of: others, found.Entry, found.Hit)));
        return [.. Searcher.BestFirst(all, found => found.Hit, found => found.Of.Features[found.Entry].NameZh.Length)];
    }

    private static (string Collection, string Code) Key(SearchFeature feature) => (feature.Collection, feature.Code);

    private static FoundFeature Feature(SearchIndex index, int entry, Hit hit)
    {
        var feature = index.Features[entry];
        return new FoundFeature(feature.Collection, feature.Code, feature.NameZh, feature.NameEn, feature.Placement, Match(index.FeatureTexts, hit));
    }

    private static FoundTerm Term(SearchIndex index, int entry, Hit hit)
    {
        var term = index.Terms[entry];
        return new FoundTerm(term.Vocabulary, term.Code, term.Zh, term.En, term.Parent, Match(index.TermTexts, hit));
    }

    /// <summary>A line of the sentence around what was found; all offsets count from the start of the paragraph.</summary>
    private static FoundText Sentence(SearchIndex index, int entry, Hit hit)
    {
        const int Before = 24;
        const int Longest = 80;
        var sentence = index.Sentences[entry];
        var (start, end) = Marks.Of(sentence.Text, hit.Find);
        var from = Math.Max(0, start - Before);
        var to = Math.Min(sentence.Text.Length, Math.Max(end, from + Longest));
        return new FoundText(
            sentence.Paragraph, sentence.Chapter, sentence.Box, sentence.Item, sentence.Page,
            sentence.Start, sentence.Start + sentence.Text.Length,
            sentence.Text[from..to], sentence.Start + from, sentence.Start + start, sentence.Start + end, hit.How);
    }

    private static FoundWords Match(SearchText texts, Hit hit)
    {
        var written = texts.Fields[hit.Find.Field].Written;
        var (start, end) = Marks.Of(written, hit.Find);
        return new FoundWords(hit.How, written, start, end);
    }
}

public sealed record SearchTotals(int Features, int Text, int Vocabulary);

/// <summary>What matched: a name, an alias, a code, or the sound (pinyin, initials), and which stretch of it.</summary>
public sealed record FoundWords(string By, string Words, int Start, int End);

public sealed record FoundFeature(string Collection, string Code, string NameZh, string NameEn, string Placement, FoundWords Match);

public sealed record FoundTerm(string Vocabulary, string Code, string Zh, string En, string? Parent, FoundWords Match);

public sealed record FoundText(
    string Paragraph, int? Chapter, string? Box, int? Item, int Page, int Start, int End, string Excerpt, int ExcerptStart, int MarkStart, int MarkEnd, string By);
