using System.Text;

namespace SpatialPlan.Server.Search;

/// <summary>What of an entry a text is; the order is the order of the ranking.</summary>
public enum FieldKind
{
    NameZh,
    NameEn,
    Alias,
    Code,
    Sentence,
}

/// <summary>A text of an entry, and the text itself as it is written.</summary>
public sealed record SearchField(int Entry, FieldKind Kind, string Written);

/// <summary>A place in a search text: a field, and the folded characters from Start to End of it.</summary>
public readonly record struct Find(int Field, int Start, int End);

/// <summary>Many short texts as one long one, which the processor searches at memory speed; nothing in it ever changes.</summary>
public sealed class SearchText
{
    private const char Between = '\n';

    private readonly string text;
    private readonly int[] starts;

    public SearchText(IReadOnlyList<SearchField> fields, SimplifiedTable simplified)
    {
        Fields = fields;
        var joined = new StringBuilder();
        starts = new int[fields.Count + 1];
        for (var field = 0; field < fields.Count; field++)
        {
            joined.Append(simplified.Of(Folding.Of(fields[field].Written))).Append(Between);
            starts[field + 1] = joined.Length;
        }

        text = joined.ToString();
    }

    public IReadOnlyList<SearchField> Fields { get; }

    public ReadOnlySpan<char> Folded(int field) => text.AsSpan(starts[field], LengthOf(field));

    public int LengthOf(int field) => starts[field + 1] - starts[field] - 1;

    /// <summary>The first place in each field that holds the words. A figure does not begin inside a longer one.</summary>
    public IEnumerable<Find> Literal(string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0;)
        {
            if (char.IsAsciiDigit(words[0]) && at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.'))
            {
                at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
                continue;
            }

            var field = FieldAt(at);
            yield return new Find(field, at - starts[field], at - starts[field] + words.Length);
            at = text.IndexOf(words, starts[field + 1], StringComparison.Ordinal);
        }
    }

    /// <summary>The first place in each field that is read like this.</summary>
    public IEnumerable<Find> Read(string typed, PinyinTable pinyin, int leastCharacters = 1) =>
        Scan(typed, pinyin, (field, at) => pinyin.EndOfReading(Folded(field), at, typed), leastCharacters);

    /// <summary>The first place in each field whose characters begin with these letters.</summary>
    public IEnumerable<Find> Initials(string typed, PinyinTable pinyin) =>
        Scan(typed, pinyin, (field, at) => pinyin.HasInitials(Folded(field), at, typed) ? at + typed.Length : -1, 1);

    private IEnumerable<Find> Scan(string typed, PinyinTable pinyin, Func<int, int, int> end, int leastCharacters)
    {
        for (var field = 0; field < Fields.Count; field++)
        {
            for (var at = starts[field]; at < starts[field + 1] - 1; at++)
            {
                // A reading begins with a Chinese character; what begins with a letter is found literally.
                if (pinyin.MayBeginWith(text[at], typed[0]) && end(field, at - starts[field]) is var stop && stop - (at - starts[field]) >= leastCharacters)
                {
                    yield return new Find(field, at - starts[field], stop);
                    break;
                }
            }
        }
    }

    private int FieldAt(int position)
    {
        var found = Array.BinarySearch(starts, position);
        return found >= 0 ? found : ~found - 1;
    }
}
