using System.IO.Compression;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>A tile as it goes over the wire, packed in one way. Whoever was given it disposes of it.</summary>
public sealed class PackedTile : IDisposable
{
    private TileBlock? block;

    /// <summary>One that is kept, and read from its block.</summary>
    internal PackedTile(ReadOnlyMemory<byte> bytes, string encoding, int length, string? thinned, TileBlock? block)
    {
        (Bytes, Encoding, Length, Thinned) = (bytes, encoding, length, thinned);
        this.block = block;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>br, gzip or empty for none.</summary>
    public string Encoding { get; }

    /// <summary>The bytes before they were compressed.</summary>
    public int Length { get; }

    public string? Thinned { get; }

    public bool IsEmpty => Length == 0;

    public static PackedTile Of(Tile tile, string encoding) => Pack(tile.Bytes, encoding, tile.Thinned);

    /// <summary>The same tile packed in another way, with bytes of its own.</summary>
    public PackedTile As(string encoding)
    {
        var plain = new byte[Length];
        if (Encoding.Length == 0)
        {
            Bytes.CopyTo(plain);
        }
        else
        {
            using var packed = new MemoryStream(Bytes.ToArray());
            using Stream unpacking = Encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
            unpacking.ReadExactly(plain);
        }

        return Pack(plain, encoding, Thinned);
    }

    public void Dispose() => Interlocked.Exchange(ref block, null)?.Leave();

    private static PackedTile Pack(byte[] plain, string encoding, string? thinned)
    {
        var bytes = encoding switch
        {
            "br" => Brotli(plain),
            "gzip" => Gzip(plain),
            _ => plain,
        };
        return new PackedTile(bytes, encoding, plain.Length, thinned, block: null);
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
}
