using System.Buffers;
using System.Buffers.Binary;

namespace SpatialPlan.Server.Ogc.Mvt;

/// <summary>The values of a layer, each once, as the fields that the layer will have: a table of them by their bytes.</summary>
public sealed class MvtValues : IDisposable
{
    private const int Field = 4;
    private const int TextField = 1;

    /// <summary>Text begins so: its field and that bytes follow.</summary>
    private const byte TextTag = (TextField << 3) | 2;

    private const int FirstSlots = 64;

    private readonly ProtoWriter encoded = new();
    private readonly ProtoWriter candidate = new();

    // Rented: a tile has a table of some ten thousand bytes a layer, and is made in a millisecond.
    private Value[] shared = ArrayPool<Value>.Shared.Rent(FirstSlots / 2);
    private int[] slots = RentSlots(FirstSlots);
    private int slotCount = FirstSlots;
    private int sharedCount;
    private int count;

    /// <summary>All values, in the order of their numbers, as fields of a layer.</summary>
    public ReadOnlySpan<byte> Written => encoded.Written;

    public void Dispose()
    {
        encoded.Dispose();
        candidate.Dispose();
        ArrayPool<Value>.Shared.Return(shared);
        ArrayPool<int>.Shared.Return(slots);
        (shared, slots) = ([], []);
    }

    public int Text(ReadOnlySpan<byte> utf8) => Shared(utf8, isText: true);

    /// <summary>A text that no other feature has: it is not looked for.</summary>
    public int UniqueText(ReadOnlySpan<byte> utf8) => Add(utf8, isText: true);

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
        var slot = hash & (slotCount - 1);
        for (; slots[slot] > 0; slot = (slot + 1) & (slotCount - 1))
        {
            ref readonly var known = ref shared[slots[slot] - 1];
            if (known.Hash == hash && known.Length == size && (!isText || encoded.Written[known.At] == TextTag) && encoded.Written.Slice(known.At + size - content.Length, content.Length).SequenceEqual(content))
            {
                return known.Place;
            }
        }

        var place = Add(content, isText);
        shared[sharedCount] = new Value(hash, encoded.Length - size, size, place);
        slots[slot] = ++sharedCount;
        if (2 * sharedCount >= slotCount)
        {
            Grow();
        }

        return place;
    }

    /// <summary>Writes a value down; gives its number.</summary>
    private int Add(ReadOnlySpan<byte> content, bool isText)
    {
        encoded.Begin(Field, SizeOf(content, isText));
        if (isText)
        {
            encoded.Field(TextField, content);
        }
        else
        {
            encoded.Raw(content);
        }

        return count++;
    }

    private static int SizeOf(ReadOnlySpan<byte> content, bool isText) =>
        isText ? 1 + ProtoWriter.SizeOf(content.Length) + content.Length : content.Length;

    private void Grow()
    {
        var more = ArrayPool<Value>.Shared.Rent(slotCount);
        shared.AsSpan(0, sharedCount).CopyTo(more);
        ArrayPool<Value>.Shared.Return(shared);
        ArrayPool<int>.Shared.Return(slots);
        (shared, slotCount) = (more, 2 * slotCount);
        slots = RentSlots(slotCount);
        for (var place = 0; place < sharedCount; place++)
        {
            var slot = shared[place].Hash & (slotCount - 1);
            while (slots[slot] > 0)
            {
                slot = (slot + 1) & (slotCount - 1);
            }

            slots[slot] = place + 1;
        }
    }

    private static int[] RentSlots(int number)
    {
        var rented = ArrayPool<int>.Shared.Rent(number);
        rented.AsSpan(0, number).Clear();
        return rented;
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

    /// <summary>A value that is looked for: where its bytes are among those written, and its number.</summary>
    private readonly record struct Value(int Hash, int At, int Length, int Place);
}
