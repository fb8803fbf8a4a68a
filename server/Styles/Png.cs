using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SpatialPlan.Server.Styles;

/// <summary>Writes a picture of red, green, blue and alpha as PNG (ISO/IEC 15948), without filters: signs are small.</summary>
public static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(int width, int height, ReadOnlySpan<byte> rgba)
    {
        using var picture = new MemoryStream();
        picture.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 6);
        Chunk(picture, "IHDR", header);

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(rgba.Slice(row * width * 4, width * 4));
            }
        }

        Chunk(picture, "IDAT", packed.ToArray());
        Chunk(picture, "IEND", []);
        return picture.ToArray();
    }

    private static void Chunk(MemoryStream picture, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        picture.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        picture.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        picture.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
