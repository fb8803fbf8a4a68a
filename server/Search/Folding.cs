using System.Text;

namespace SpatialPlan.Server.Search;

/// <summary>
/// Text as it is compared: lower case, half width, without spaces, quotation marks, hyphens and brackets, and pinyin without
/// its tones. 洸河·柳行 and 洸河、柳行 are the same, and so are park-2 and Park 2.
/// </summary>
public static class Folding
{
    private const string Dropped = "\"'“”‘’「」＂＇·•、-‐–—()（）[]【】《》　\u200b\ufeff";

    private static readonly Dictionary<char, char> Letters = Toned(("āáǎàâ", 'a'), ("ēéěèêëè", 'e'), ("īíǐìî", 'i'), ("ōóǒòôö", 'o'), ("ūúǔùû", 'u'), ("üǖǘǚǜ", 'v'));

    public static string Of(string text) => Of(text, null);

    /// <param name="text">What is written.</param>
    /// <param name="offsets">Receives for each character of the result where it came from.</param>
    public static string Of(string text, List<int>? offsets)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at] is >= '！' and <= '～' ? (char)(text[at] - '！' + '!') : text[at];
            if (char.IsWhiteSpace(letter) || char.IsControl(letter) || Dropped.Contains(letter, StringComparison.Ordinal))
            {
                continue;
            }

            letter = char.ToLowerInvariant(letter);
            folded.Append(Letters.GetValueOrDefault(letter, letter));
            offsets?.Add(at);
        }

        return folded.ToString();
    }

    private static Dictionary<char, char> Toned(params (string Toned, char Plain)[] letters) =>
        letters.SelectMany(entry => entry.Toned.Select(toned => (toned, entry.Plain))).DistinctBy(pair => pair.toned).ToDictionary(pair => pair.toned, pair => pair.Plain);
}
