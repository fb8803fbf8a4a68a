using System.Text;

namespace SpatialPlan.Server.PlanText;

/// <summary>Splits a paragraph into sentences and finds the one that says something.</summary>
public static class PlanSentences
{
    public static IReadOnlyList<PlanSentence> Split(PlanParagraph paragraph)
    {
        var text = paragraph.Text;
        var sentences = new List<PlanSentence>();
        var start = 0;
        // The cells of a table have no sentences: a row is read as one.
        var whole = paragraph.Kind is PlanParagraphKind.TableRow or PlanParagraphKind.Figure;
        for (var at = 0; at < text.Length; at++)
        {
            if (whole || text[at] is not ('。' or '！' or '？' or '；'))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && text[end] is '”' or '’' or '）' or '》' or '。' or '！' or '？' or '；' or ' ')
            {
                end++;
            }

            sentences.Add(new PlanSentence(start, end - start, paragraph.PageAt(start)));
            start = end;
            at = end - 1;
        }

        if (start < text.Length)
        {
            sentences.Add(new PlanSentence(start, text.Length - start, paragraph.PageAt(start)));
        }

        return sentences;
    }

    /// <summary>
    /// The first sentence that holds a name or a figure with its unit. Spaces, full and half width and the forms of
    /// quotation marks make no difference; a figure is not found inside a longer figure (5亿元 is not in 15亿元).
    /// </summary>
    /// <returns>Null when no sentence of the paragraph holds it.</returns>
    public static PlanSentence? Holding(PlanParagraph paragraph, string wanted) =>
        OffsetOf(paragraph.Text, wanted) is { } offset
            ? Split(paragraph).First(sentence => offset < sentence.Start + sentence.Length)
            : null;

    /// <summary>Where in the text the name or figure begins, or null.</summary>
    public static int? OffsetOf(string text, string wanted) => OffsetsOf(text, wanted).Select(offset => (int?)offset).FirstOrDefault();

    /// <summary>Everywhere in the text where the name or figure begins.</summary>
    public static IEnumerable<int> OffsetsOf(string text, string wanted)
    {
        var (plain, offsets) = Plain(text);
        var needle = Plain(wanted).Plain;
        if (needle.Length == 0)
        {
            yield break;
        }

        for (var at = plain.IndexOf(needle, StringComparison.Ordinal); at >= 0;
             at = plain.IndexOf(needle, at + 1, StringComparison.Ordinal))
        {
            if (!CutsFigure(plain, at) && !CutsFigure(plain, at + needle.Length))
            {
                yield return offsets[at];
            }
        }
    }

    /// <summary>Whether a cut at this offset goes through a figure: between two digits, or at its decimal point.</summary>
    private static bool CutsFigure(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return false;
        }

        var (before, after) = (text[at - 1], text[at]);
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        var earlier = at > 1 ? text[at - 2] : ' ';
        return char.IsAsciiDigit(before) && char.IsAsciiDigit(after)
            || char.IsAsciiDigit(before) && after == '.' && char.IsAsciiDigit(next)
            || char.IsAsciiDigit(earlier) && before == '.' && char.IsAsciiDigit(after);
    }

    private static (string Plain, List<int> Offsets) Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            plain.Append(character switch
            {
                '“' or '”' or '「' or '」' or '＂' => '"',
                '‘' or '’' or '＇' => '\'',
                >= '！' and <= '～' => char.ToLowerInvariant((char)(character - '！' + '!')),
                _ => char.ToLowerInvariant(character),
            });
            offsets.Add(at);
        }

        return (plain.ToString(), offsets);
    }
}
