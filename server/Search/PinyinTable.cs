using System.Text.Json;

namespace SpatialPlan.Server.Search;

/// <summary>How Chinese characters are read, without tones; a character may have several readings (行 is xing, hang and heng).</summary>
public sealed class PinyinTable
{
    private const char First = '\u4e00';
    private const char Last = '\u9fff';

    private readonly string[]?[] readings = new string[]?[Last - First + 1];
    private readonly uint[] initials = new uint[Last - First + 1];

    private PinyinTable(IReadOnlyDictionary<string, string> characters)
    {
        foreach (var (reading, written) in characters.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            foreach (var character in written.Where(character => character is >= First and <= Last))
            {
                readings[character - First] = [.. readings[character - First] ?? [], reading];
                initials[character - First] |= 1u << (reading[0] - 'a');
            }
        }

        IsEmpty = characters.Count == 0;
    }

    /// <summary>Without a table there is no search by pinyin.</summary>
    public static PinyinTable Empty { get; } = new(new Dictionary<string, string>());

    public bool IsEmpty { get; }

    /// <summary>Reads {"reading": "characters", …}, which scripts/pinyin.mjs makes.</summary>
    public static PinyinTable Read(string path)
    {
        using var file = File.OpenRead(path);
        var characters = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
        return characters.Keys.All(reading => reading.Length > 0 && reading.All(char.IsAsciiLetterLower))
            ? new PinyinTable(characters)
            : throw new JsonException("a reading is written in lower case letters");
    }

    public IReadOnlyList<string> Of(char character) => character is >= First and <= Last && readings[character - First] is { } known ? known : [];

    public bool MayBeginWith(char character, char letter) =>
        character is >= First and <= Last && letter is >= 'a' and <= 'z' && (initials[character - First] & (1u << (letter - 'a'))) != 0;

    /// <summary>Where the characters from here on that are read like this end; the last syllable may be unfinished. -1 when they are not.</summary>
    public int EndOfReading(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> typed)
    {
        if (typed.IsEmpty)
        {
            return at;
        }

        if (at >= text.Length)
        {
            return -1;
        }

        if (text[at] == typed[0])
        {
            return EndOfReading(text, at + 1, typed[1..]);
        }

        foreach (var reading in MayBeginWith(text[at], typed[0]) ? Of(text[at]) : [])
        {
            var end = typed.StartsWith(reading, StringComparison.Ordinal) ? EndOfReading(text, at + 1, typed[reading.Length..])
                : reading.AsSpan().StartsWith(typed, StringComparison.Ordinal) ? at + 1
                : -1;
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    /// <summary>Whether the characters from here on begin with these letters, one each.</summary>
    public bool HasInitials(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> typed)
    {
        if (at + typed.Length > text.Length)
        {
            return false;
        }

        for (var place = 0; place < typed.Length; place++)
        {
            if (text[at + place] != typed[place] && !MayBeginWith(text[at + place], typed[place]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two characters may sound the same.</summary>
    public bool SoundAlike(char one, char other) => one == other || Of(one).Intersect(Of(other)).Any();
}
