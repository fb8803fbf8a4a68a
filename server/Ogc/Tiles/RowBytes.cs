using System.Buffers;
using Npgsql;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The bytes of a column in a rented array, for as long as they are worked on.</summary>
internal readonly ref struct RowBytes
{
    private readonly byte[] rented;
    private readonly int length;

    public RowBytes(NpgsqlDataReader reader, int column)
    {
        using var bytes = reader.GetStream(column);
        length = (int)bytes.Length;
        rented = ArrayPool<byte>.Shared.Rent(length);
        bytes.ReadExactly(rented, 0, length);
    }

    public ReadOnlySpan<byte> Span => rented.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);
}
