using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SpatialPlan.Server.Ogc.Mvt;

/// <summary>Bytes that grow in a rented array, and the numbers and fields of protocol buffers.</summary>
public sealed class ProtoWriter : IDisposable
{
    private const int VarintType = 0;
    private const int DoubleType = 1;
    private const int BytesType = 2;
    private const int LongestVarint = 10;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    /// <summary>How many bytes a number takes.</summary>
    public static int SizeOf(int number)
    {
        var size = 1;
        for (var rest = number >> 7; rest > 0; rest >>= 7)
        {
            size++;
        }

        return size;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Varint(ulong number)
    {
        // Most numbers of a tile are small.
        if (number < 0x80 && (uint)Length < (uint)bytes.Length)
        {
            bytes[Length++] = (byte)number;
        }
        else
        {
            LongVarint(number);
        }
    }

    /// <summary>A number that may be negative, as zigzag.</summary>
    public void ZigZag(long number) => Varint((ulong)((number << 1) ^ (number >> 63)));

    public void Raw(ReadOnlySpan<byte> span)
    {
        span.CopyTo(Room(span.Length));
        Length += span.Length;
    }

    public void Field(int field, ulong number)
    {
        Varint((ulong)((field << 3) | VarintType));
        Varint(number);
    }

    public void ZigZagField(int field, long number)
    {
        Varint((ulong)((field << 3) | VarintType));
        ZigZag(number);
    }

    public void Field(int field, double number)
    {
        Varint((ulong)((field << 3) | DoubleType));
        BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), number);
        Length += sizeof(double);
    }

    public void Field(int field, ReadOnlySpan<byte> content)
    {
        Begin(field, content.Length);
        Raw(content);
    }

    /// <summary>A field of some bytes, which follow.</summary>
    public void Begin(int field, int length)
    {
        Varint((ulong)((field << 3) | BytesType));
        Varint((ulong)length);
    }

    private void LongVarint(ulong number)
    {
        var span = Room(LongestVarint);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            span[length++] = (byte)(number | 0x80);
        }

        span[length++] = (byte)number;
        Length += length;
    }

    private Span<byte> Room(int more)
    {
        if (bytes.Length - Length < more)
        {
            Grow(more);
        }

        return bytes.AsSpan(Length);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, Length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
