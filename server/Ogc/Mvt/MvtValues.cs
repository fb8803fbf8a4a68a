using System.Buffers.Binary;

namespace SpatialPlan.Server.Ogc.Mvt;

/// <summary>The values of a layer, each once, as the fields that the layer will have: a table of them by their bytes.</summary>
public sealed class MvtValues : IDisposable
{
    private const int Field = 4;
    private const int TextField = 1;

    /// <summary>Text begins so: its field and that bytes follow.</summary>
    private const byte TextTag = (TextField << 3) | 2;

    /// <summary>The hash of what is in no slot.</summary>
    private const int Unique = -1;

    private readonly ProtoWriter encoded = new();
    private readonly ProtoWriter candidate = new();
    private readonly List<(int Hash, int At, int Length)> values = [];
    private int[] slots = new int[64];
    private int shared;

    /// <summary>All values, in the order of their numbers, as fields of a layer.</summary>
    public ReadOnlySpan<byte> Written => encoded.Written;

    public void Dispose()
    {
        encoded.Dispose();
        candidate.Dispose();
    }

    public int Text(ReadOnlySpan<byte> utf8) => Shared(utf8, isText: true);

    /// <summary>A text that no other feature has: it is not looked for.</summary>
    public int UniqueText(ReadOnlySpan<byte> utf8) => Add(utf8, isText: true, Unique);

    public int Number(long number)
    {
        // As PostGIS does: what is not negative is unsigned, which is shorter.
        candidate.Clear();
        if (number >= 0)
        {
            candidate.Field(5, (ulong)number);
        }
        else
        {
            candidate.ZigZagField(6, number);
        }

        return Shared(candidate.Written, isText: false);
    }

    public int Number(double number)
    {
        candidate.Clear();
        candidate.Field(3, number);
        return Shared(candidate.Written, isText: false);
    }

    /// <summary>A value that other features may have. Most of a tile have been there: they are compared before anything is written.</summary>
    /// <param name="content">A text without its field, or a number with it.</param>
    /// <param name="isText">Which of the two.</param>
    private int Shared(ReadOnlySpan<byte> content, bool isText)
    {
        var (hash, size) = (HashOf(content), SizeOf(content, isText));
        var slot = hash & (slots.Length - 1);
        for (; slots[slot] > 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var (known, at, length) = values[slots[slot] - 1];
            if (known == hash && length == size && (!isText || encoded.Written[at] == TextTag) && encoded.Written.Slice(at + size - content.Length, content.Length).SequenceEqual(content))
            {
                return slots[slot] - 1;
            }
        }

        var place = Add(content, isText, hash);
        slots[slot] = values.Count;
        if (2 * ++shared > slots.Length)
        {
            Grow();
        }

        return place;
    }

    private int Add(ReadOnlySpan<byte> content, bool isText, int hash)
    {
        var size = SizeOf(content, isText);
        encoded.Begin(Field, size);
        values.Add((hash, encoded.Length, size));
        if (isText)
        {
            encoded.Field(TextField, content);
        }
        else
        {
            encoded.Raw(content);
        }

        return values.Count - 1;
    }

    private static int SizeOf(ReadOnlySpan<byte> content, bool isText) =>
        isText ? 1 + ProtoWriter.SizeOf(content.Length) + content.Length : content.Length;

    private void Grow()
    {
        slots = new int[2 * slots.Length];
        for (var place = 0; place < values.Count; place++)
        {
            if (values[place].Hash == Unique)
            {
                continue;
            }

            var slot = values[place].Hash & (slots.Length - 1);
            while (slots[slot] > 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = place + 1;
        }
    }

    /// <summary>
    /// Of length, beginning, middle and end, which is where names and codes differ. Names that were made to collide cost
    /// a tile some comparisons more; it has no more than some thousand.
    /// </summary>
    private static int HashOf(ReadOnlySpan<byte> bytes)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        const int Word = sizeof(ulong);
        var (first, last) = bytes.Length < Word
            ? (Partial(bytes), 0UL)
            : (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^Word..]));
        var middle = bytes.Length > 3 * Word ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[(bytes.Length / 2)..]) : 0;
        var mixed = ((((first * Odd) ^ last) * Odd) ^ middle ^ (ulong)bytes.Length) * Odd;
        return (int)(mixed >> 33);
    }

    private static ulong Partial(ReadOnlySpan<byte> bytes)
    {
        var word = 0UL;
        foreach (var one in bytes)
        {
            word = (word << 8) | one;
        }

        return word;
    }
}
