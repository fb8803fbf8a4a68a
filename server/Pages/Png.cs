using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SpatialPlan.Server.Pages;

/// <summary>Writes a picture as PNG (RGB, 8 bits). The format is a signature and three chunks, so no library and no native code is needed for it.</summary>
public static class Png
{
    private const int Colours = 3;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <param name="pixels">Red, green and blue of each pixel, row by row from above.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                // Each row begins with its filter: none, for flat colours pack well as they are.
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row * width * Colours, width * Colours));
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var png = new MemoryStream();
        png.Write(Signature);
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~named.Aggregate(uint.MaxValue, (crc, one) => Crc[(crc ^ one) & 0xff] ^ (crc >> 8)));
        png.Write(number);
    }

    private static uint Remainder(int value)
    {
        const uint Polynomial = 0xedb88320;
        var remainder = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            remainder = (remainder & 1) == 0 ? remainder >> 1 : Polynomial ^ (remainder >> 1);
        }

        return remainder;
    }
}
