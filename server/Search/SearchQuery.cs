namespace SpatialPlan.Server.Search;

/// <summary>What was typed: the whole of it, and its words, all of which an entry must have.</summary>
public sealed record SearchQuery(string Written, string Whole, IReadOnlyList<string> Words, int Limit)
{
    public const int LongestQuery = 100;
    public const int DefaultLimit = 10;
    public const int MaximumLimit = 50;
    private const int MostWords = 6;

    /// <summary>Shorter Latin words, and single characters, stand in half of all names.</summary>
    private const int ShortestPart = 3;
    private const int ShortestChinesePart = 2;

    /// <summary>Of a longer text in one piece no parts are looked for.</summary>
    private const int LongestInOnePiece = 24;

    public static SearchQuery Of(string written, int limit, SimplifiedTable simplified) => new(
        written,
        simplified.Of(Folding.Of(written)),
        [.. written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => simplified.Of(Folding.Of(word))).Where(word => word.Length > 0).Distinct().Take(MostWords)],
        limit);

    /// <summary>
    /// Parts of what was typed, to be looked for when nothing has all of it: its words, or of Chinese in one piece the
    /// stretches of each length, the longest first; the first row of which something is found is what is meant.
    /// </summary>
    public IEnumerable<IReadOnlyList<string>> Parts()
    {
        if (Words.Count > 1)
        {
            yield return [.. Words.Where(word => word.Length >= (IsChinese(word) ? ShortestChinesePart : ShortestPart))];
        }
        else if (Whole.Length <= LongestInOnePiece && IsChinese(Whole))
        {
            for (var length = Whole.Length - 1; length >= ShortestChinesePart; length--)
            {
                yield return [.. Enumerable.Range(0, Whole.Length - length + 1).Select(start => Whole.Substring(start, length)).Where(IsChinese).Distinct()];
            }
        }
    }

    public static bool IsChinese(string words) => words.Any(letter => letter > '\u2e80');

    /// <summary>Letters only: pinyin, initials or English.</summary>
    public static bool MayBePinyin(string words) => words.Length > 1 && words.All(letter => letter is >= 'a' and <= 'z' || char.IsAsciiDigit(letter)) && char.IsAsciiLetterLower(words[0]);

    /// <summary>The same with every letter once where it stands several times in a row.</summary>
    public static string WithoutRepeats(string words) => string.Concat(words.Where((letter, at) => at == 0 || words[at - 1] != letter));
}
