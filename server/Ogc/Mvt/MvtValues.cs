using System.Buffers.Binary;

namespace SpatialPlan.Server.Ogc.Mvt;

/// <summary>The values of a layer, each once: a table of the encoded values by their bytes.</summary>
public sealed class MvtValues : IDisposable
{
    /// <summary>The hash of what is in no slot.</summary>
    private const int Unique = -1;

    private readonly ProtoWriter encoded = new();
    private readonly ProtoWriter candidate = new();
    private readonly List<(int Hash, int At, int Length)> values = [];
    private int[] slots = new int[64];
    private int shared;

    public void Dispose()
    {
        encoded.Dispose();
        candidate.Dispose();
    }

    public int Text(ReadOnlySpan<byte> utf8)
    {
        candidate.Clear();
        candidate.Field(1, utf8);
        return Place();
    }

    /// <summary>A text that no other feature has: it is not looked for.</summary>
    public int UniqueText(ReadOnlySpan<byte> utf8)
    {
        var at = encoded.Length;
        encoded.Field(1, utf8);
        values.Add((Unique, at, encoded.Length - at));
        return values.Count - 1;
    }

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

    /// <summary>All values, in the order of their numbers, as fields of a layer.</summary>
    public void WriteTo(ProtoWriter layer, int field)
    {
        foreach (var (_, at, length) in values)
        {
            layer.Field(field, encoded.Written.Slice(at, length));
        }
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

        values.Add((hash, encoded.Length, bytes.Length));
        encoded.Raw(bytes);
        slots[slot] = values.Count;
        if (2 * ++shared > slots.Length)
        {
            Grow();
        }

        return values.Count - 1;
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
