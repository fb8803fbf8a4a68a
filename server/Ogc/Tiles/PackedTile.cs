using System.IO.Compression;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>A tile as it goes over the wire. It is compressed once in the way first asked for, and in another way when that is asked for.</summary>
public sealed class PackedTile
{
    private volatile byte[]? brotli;
    private volatile byte[]? gzip;

    public PackedTile(Tile tile, string encoding)
    {
        (IsEmpty, Thinned, Length) = (tile.Bytes.Length == 0, tile.Thinned, tile.Bytes.Length);
        _ = encoding == "gzip" ? gzip = Gzip(tile.Bytes) : brotli = Brotli(tile.Bytes);
        MostBytes = 2 * (brotli ?? gzip)!.Length;
    }

    public bool IsEmpty { get; }

    public string? Thinned { get; }

    /// <summary>The bytes before they were compressed.</summary>
    public int Length { get; }

    /// <summary>What it may take of the memory: both ways of compressing come to about the same.</summary>
    public long MostBytes { get; }

    public byte[] As(string encoding) => encoding switch
    {
        "br" => brotli ??= Brotli(Unpack()),
        "gzip" => gzip ??= Gzip(Unpack()),
        _ => Unpack(),
    };

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

    private byte[] Unpack()
    {
        var bytes = new byte[Length];
        using Stream packed = brotli is { } known
            ? new BrotliStream(new MemoryStream(known), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(gzip!), CompressionMode.Decompress);
        packed.ReadExactly(bytes);
        return bytes;
    }
}
