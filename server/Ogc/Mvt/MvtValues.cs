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

    public int Text(ReadOnlySpan<byte> utf8)
    {
        // Most texts of a tile have been there: they are compared before anything is written.
        var hash = HashOf(utf8);
        var size = 1 + ProtoWriter.SizeOf(utf8.Length) + utf8.Length;
        var slot = hash & (slots.Length - 1);
        for (; slots[slot] > 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var (known, at, length) = values[slots[slot] - 1];
            if (known == hash && length == size && encoded.Written[at] == TextTag && encoded.Written.Slice(at + size - utf8.Length, utf8.Length).SequenceEqual(utf8))
            {
                return slots[slot] - 1;
            }
        }

        var place = Add(utf8, hash);
        Take(slot);
        return place;
    }

    /// <summary>A text that no other feature has: it is not looked for.</summary>
    public int UniqueText(ReadOnlySpan<byte> utf8) => Add(utf8, Unique);

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

        return Place();
    }

    public int Number(double number)
    {
        candidate.Clear();
        candidate.Field(3, number);
        return Place();
    }

    private int Place()
    {
        var bytes = candidate.Written;
        var hash = HashOf(bytes);
        var slot = hash & (slots.Length - 1);
        for (; slots[slot] > 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var (known, at, length) = values[slots[slot] - 1];
            if (known == hash && encoded.Written.Slice(at, length).SequenceEqual(bytes))
            {
                return slots[slot] - 1;
            }
        }

        encoded.Begin(Field, bytes.Length);
        values.Add((hash, encoded.Length, bytes.Length));
        encoded.Raw(bytes);
        Take(slot);
        return values.Count - 1;
    }

    private int Add(ReadOnlySpan<byte> utf8, int hash)
    {
        var size = 1 + ProtoWriter.SizeOf(utf8.Length) + utf8.Length;
        encoded.Begin(Field, size);
        values.Add((hash, encoded.Length, size));
        encoded.Field(TextField, utf8);
        return values.Count - 1;
    }

    /// <summary>Gives a free slot to the value added last.</summary>
    private void Take(int slot)
    {
        slots[slot] = values.Count;
        if (2 * ++shared > slots.Length)
        {
            Grow();
        }
    }

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
