using System.IO.Compression;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// A tile as it goes over the wire. It is compressed once in the way first asked for, and in another way when that is
/// asked for. Compressed bytes are all that is kept, unless nobody asked for any.
/// </summary>
public sealed class PackedTile
{
    private volatile byte[]? plain;
    private volatile byte[]? brotli;
    private volatile byte[]? gzip;

    public PackedTile(Tile tile, string encoding)
    {
        (IsEmpty, Thinned, Length) = (tile.Bytes.Length == 0, tile.Thinned, tile.Bytes.Length);
        var kept = encoding switch
        {
            "gzip" => gzip = Gzip(tile.Bytes),
            "br" => brotli = Brotli(tile.Bytes),
            _ => plain = tile.Bytes,
        };
        MostBytes = 2 * kept.Length;
    }

    public bool IsEmpty { get; }

    public string? Thinned { get; }

    /// <summary>The bytes before they were compressed.</summary>
    public int Length { get; }

    /// <summary>What it may take of the memory: both ways of compressing come to about the same, and to no more than the bytes themselves.</summary>
    public long MostBytes { get; }

    public byte[] As(string encoding)
    {
        switch (encoding)
        {
            case "br":
                brotli ??= Brotli(Plain());
                plain = null;
                return brotli;
            case "gzip":
                gzip ??= Gzip(Plain());
                plain = null;
                return gzip;
            default:
                return Plain();
        }
    }

    private static byte[] Brotli(byte[] bytes)
    {
        const int Quality = 1;
        const int Window = 22;
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window);
        return packed[..length];
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream(bytes.Length / 2);
        using (var packing = new GZipStream(output, CompressionLevel.Fastest))
        {
            packing.Write(bytes);
        }

        return output.ToArray();
    }

    private byte[] Plain()
    {
        if (plain is { } known)
        {
            return known;
        }

        var bytes = new byte[Length];
        using Stream packed = brotli is { } small
            ? new BrotliStream(new MemoryStream(small), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(gzip!), CompressionMode.Decompress);
        packed.ReadExactly(bytes);
        return bytes;
    }
}
