using System.Globalization;
using System.Text;

namespace SpatialPlan.Server.Parks;

/// <summary>A word that means a chain.</summary>
/// <param name="Kind">industry-chain, industry-cluster, product, step, feature or park.</param>
/// <param name="Code">Its code; null for products and steps.</param>
/// <param name="Words">Chinese, English, then other languages and names.</param>
/// <param name="IndustryChain">The chain; null where it means a cluster alone.</param>
/// <param name="IndustryCluster">The cluster.</param>
/// <param name="Paragraph">Where the plan says it; null where the catalogue does.</param>
public sealed record QuestionTerm(string Kind, string? Code, IReadOnlyList<string> Words, string? IndustryChain, string? IndustryCluster, string? Paragraph)
{
    /// <summary>Its name in Japanese and Korean, null where the data has none; among the words too.</summary>
    public string? Ja { get; init; }

    public string? Ko { get; init; }
}

/// <summary>What words mean and what they are near to. Pure: the same terms and words give the same answer.</summary>
public sealed class QuestionTerms(IReadOnlyList<QuestionTerm> terms)
{
    private const int ShortestPart = 2;

    private readonly List<(QuestionTerm Term, string[] Words)> folded = [.. terms.Select(term => (term, term.Words.Select(Fold).ToArray()))];

    /// <summary>
    /// Terms that are the words; else those that contain them or are contained; else, when all terms that share the most
    /// pieces with them are of one chain, these. What is left is near, and says nothing certain.
    /// </summary>
    public (IReadOnlyList<QuestionTerm> Meant, IReadOnlyList<QuestionTerm> Nearest) Find(string words)
    {
        var sought = Fold(words);
        if (sought.Length < ShortestPart)
        {
            return ([], []);
        }

        var same = Terms(word => word == sought);
        if (same.Count > 0)
        {
            return (same, []);
        }

        var around = Terms(word => word.Contains(sought, StringComparison.Ordinal) || (word.Length >= ShortestPart && sought.Contains(word, StringComparison.Ordinal)));
        if (around.Count > 0)
        {
            return AreOneChain(around) ? (around, []) : ([], around);
        }

        var pieces = Pieces(words);
        var shared = folded.Select(entry => (entry.Term, Score: entry.Words.Max(word => pieces.Count(piece => word.Contains(piece, StringComparison.Ordinal))))).Where(entry => entry.Score > 0).ToList();
        if (shared.Count == 0)
        {
            return ([], []);
        }

        var most = shared.Max(entry => entry.Score);
        var best = shared.Where(entry => entry.Score == most).Select(entry => entry.Term).ToList();
        return AreOneChain(best) && most * 2 >= pieces.Count ? (best, []) : ([], [.. shared.OrderByDescending(entry => entry.Score).Select(entry => entry.Term)]);
    }

    private List<QuestionTerm> Terms(Func<string, bool> fits) => [.. folded.Where(entry => entry.Words.Any(fits)).Select(entry => entry.Term)];

    private static bool AreOneChain(List<QuestionTerm> found) => found.Select(term => (term.IndustryChain, term.IndustryCluster)).Distinct().Count() == 1;

    /// <summary>Capitals, widths, spaces and hyphens make no difference.</summary>
    private static string Fold(string words) =>
        string.Concat(words.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).Where(char.IsLetterOrDigit));

    /// <summary>Words of an alphabet without what makes them plural; pairs of characters where words are not set apart.</summary>
    private static List<string> Pieces(string words) =>
    [
        .. words.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture)
            .Split([' ', '-', ',', '，', '、', '/'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => char.IsAscii(word[0])
                ? word.Length > 2 ? [word.TrimEnd('s')] : Array.Empty<string>()
                : Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(place => word.Substring(place, ShortestPart)))
            .Distinct(),
    ];
}
