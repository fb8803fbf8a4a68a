namespace SpatialPlan.Server.Search;

/// <summary>What was typed: the whole of it, and its words, all of which an entry must have.</summary>
public sealed record SearchQuery(string Written, string Whole, IReadOnlyList<string> Words, int Limit)
{
    public const int LongestQuery = 100;
    public const int DefaultLimit = 10;
    public const int MaximumLimit = 50;
    private const int MostWords = 6;

    public static SearchQuery Of(string written, int limit) => new(
        written,
        Folding.Of(written),
        [.. written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folding.Of).Where(word => word.Length > 0).Distinct().Take(MostWords)],
        limit);

    /// <summary>Letters only: pinyin, initials or English.</summary>
    public static bool MayBePinyin(string words) => words.Length > 1 && words.All(letter => letter is >= 'a' and <= 'z' || char.IsAsciiDigit(letter)) && char.IsAsciiLetterLower(words[0]);

    /// <summary>The same with every letter once where it stands several times in a row.</summary>
    public static string WithoutRepeats(string words) => string.Concat(words.Where((letter, at) => at == 0 || words[at - 1] != letter));
}
