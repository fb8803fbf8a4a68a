namespace SpatialPlan.Server.Search;

/// <summary>What may have been meant when nothing was found: a name that sounds the same, or the nearest spelling.</summary>
public sealed record Suggestion(string Text, string? Collection, string Code)
{
    private const int ShortestChinese = 2;
    private const int ShortestLatin = 4;
    private const int LettersPerSlip = 4;

    public static Suggestion? For(SearchIndex index, SearchQuery query)
    {
        var words = query.Whole;
        return words.Length >= ShortestChinese && SearchQuery.IsChinese(words)
            ? Sounding(index, words) ?? (words.Length > ShortestChinese ? Nearest(index, words, FieldKind.NameZh, FieldKind.Alias) : null)
            : words.Length >= ShortestLatin ? Nearest(index, words, FieldKind.NameEn) ?? Spelt(index, words)
            : null;
    }

    /// <summary>聊河 for 蓼河: most slips of Chinese writing are of sound.</summary>
    private static Suggestion? Sounding(SearchIndex index, string words)
    {
        var best = default(SearchField);
        var stretch = default(Find);
        foreach (var (place, field) in index.FeatureTexts.Fields.Index().Where(entry => entry.Item.Kind is FieldKind.NameZh or FieldKind.Alias))
        {
            var text = index.FeatureTexts.Folded(place);
            for (var start = 0; start + words.Length <= text.Length && (best is null || field.Written.Length < best.Written.Length); start++)
            {
                if (SoundAlike(index.Pinyin, text.Slice(start, words.Length), words, isWhole: words.Length == text.Length))
                {
                    (best, stretch) = (field, new Find(place, start, start + words.Length));
                }
            }
        }

        if (best is null)
        {
            return null;
        }

        var (from, to) = Marks.Of(best.Written, stretch);
        return Of(index, best.Entry, best.Written[from..to]);
    }

    /// <summary>Any two characters may sound alike by chance; a slip leaves half of them as they are, or is a whole name.</summary>
    private static bool SoundAlike(PinyinTable pinyin, ReadOnlySpan<char> name, ReadOnlySpan<char> typed, bool isWhole)
    {
        var same = 0;
        for (var at = 0; at < typed.Length; at++)
        {
            if (!pinyin.SoundAlike(name[at], typed[at]))
            {
                return false;
            }

            same += name[at] == typed[at] ? 1 : 0;
        }

        return isWhole || same * 2 >= typed.Length;
    }

    private static Suggestion? Nearest(SearchIndex index, string words, params FieldKind[] kinds) => Best(
        index,
        words,
        index.FeatureTexts.Fields.Index().Where(entry => kinds.Contains(entry.Item.Kind))
            .Select(entry => (entry.Item.Entry, index.FeatureTexts.Folded(entry.Index).ToString(), entry.Item.Written)));

    private static Suggestion? Spelt(SearchIndex index, string words) => Best(
        index,
        words,
        index.Features.SelectMany((feature, entry) => feature.Aliases.Prepend(feature.NameZh).Select(name => (
            entry, string.Concat(Folding.Of(name).Select(letter => index.Pinyin.Of(letter) is [var reading, ..] ? reading : letter.ToString())), name))));

    private static Suggestion? Best(SearchIndex index, string words, IEnumerable<(int Entry, string Text, string Written)> names)
    {
        var allowed = Math.Clamp(words.Length / LettersPerSlip, 1, 3);
        var best = names.Select(name => (name.Entry, name.Written, Distance: Spelling.Distance(words, name.Text, allowed)))
            .Where(name => name.Distance <= allowed)
            .OrderBy(name => name.Distance).ThenBy(name => name.Written.Length).ThenBy(name => name.Entry)
            .Select(name => ((int Entry, string Written)?)(name.Entry, name.Written))
            .FirstOrDefault();
        return best is { } found ? Of(index, found.Entry, found.Written) : null;
    }

    private static Suggestion Of(SearchIndex index, int entry, string text) => new(text, index.Features[entry].Collection, index.Features[entry].Code);
}
