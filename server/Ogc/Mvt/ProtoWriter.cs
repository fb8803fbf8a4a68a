using System.Buffers;
using System.Buffers.Binary;

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

    public void Varint(ulong number)
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

    private Span<byte> Room(int more)
    {
        if (bytes.Length - Length < more)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, Length + more));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }
}
