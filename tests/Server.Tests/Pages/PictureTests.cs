using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Pages;
using SpatialPlan.Server.Pages.Parks;
using Xunit;

namespace SpatialPlan.Server.Tests.Pages;

/// <summary>Pictures for previews of links.</summary>
public sealed class PictureTests
{
    private const string Zone = """{"type":"Polygon","coordinates":[[[116,35],[117,35],[117,36],[116,36],[116,35]]]}""";
    private const string Park = """{"type":"Polygon","coordinates":[[[116.4,35.4],[116.6,35.4],[116.6,35.6],[116.4,35.6],[116.4,35.4]]]}""";

    [Fact]
    public void What_is_written_as_PNG_is_read_as_the_same_pixels()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        var (width, height, read) = Read(Png.Encode(pixels, 2, 2));
        Assert.Equal((2, 2), (width, height));
        Assert.Equal(pixels, read);
    }

    [Fact]
    public void An_area_covers_its_pixels_and_half_of_those_on_its_edge()
    {
        var raster = new Raster(4, 2, new Colour(0, 0, 0));
        raster.Fill([[(1, 0), (2.5, 0), (2.5, 2), (1, 2)]], new Colour(200, 100, 50));
        var (_, _, pixels) = Read(raster.ToPng());
        Assert.Equal([0, 0, 0, 200, 100, 50, 100, 50, 25, 0, 0, 0], pixels[..12]);
        Assert.Equal(pixels[..12], pixels[12..]);
    }

    [Fact]
    public void A_hole_is_left_out_and_what_lies_outside_does_no_harm()
    {
        var raster = new Raster(4, 4, new Colour(0, 0, 0));
        raster.Fill([[(-9, -9), (9, -9), (9, 9), (-9, 9)], [(1, 1), (3, 1), (3, 3), (1, 3)]], new Colour(9, 9, 9));
        raster.Stroke([[(-50, -50), (-40, -50)], [(2, 2), (2, 2)]], 1, new Colour(5, 5, 5));
        var (_, _, pixels) = Read(raster.ToPng());
        Assert.Equal(9, pixels[0]);
        Assert.NotEqual(9, pixels[((1 * 4) + 1) * 3]);
    }

    [Fact]
    public void A_park_stands_in_the_middle_of_its_zone_and_the_picture_has_the_size_of_previews()
    {
        var (width, height, pixels) = Read(ParkPicture.Draw(JsonNode.Parse(Park), JsonNode.Parse(Zone)));
        Assert.Equal((1200, 630), (width, height));
        int Blue(int x, int y) => pixels[(((y * width) + x) * 3) + 2] - pixels[((y * width) + x) * 3];
        Assert.True(Blue(600, 315) > 30, "the park is tinted");
        Assert.Equal(0, Blue(600, 40));
        Assert.True(Blue(5, 5) < 0, "the ground is warm");
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[116.5,35.5]}""")]
    [InlineData("""{"type":"MultiLineString","coordinates":[[[116.1,35.5],[116.9,35.5]]]}""")]
    [InlineData(null)]
    public void Whatever_a_park_is_drawn_as_there_is_a_picture(string? geometry) =>
        Assert.Equal(1200, Read(ParkPicture.Draw(geometry is null ? null : JsonNode.Parse(geometry), JsonNode.Parse(Zone))).Width);

    private static (int Width, int Height, byte[] Pixels) Read(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        var (at, width, height) = (8, 0, 0);
        using var packed = new MemoryStream();
        while (at < png.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var data = png.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(png, at + 4, 4))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
            }

            Assert.Equal(Crc(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            at += length + 12;
        }

        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        var all = rows.ToArray();
        Assert.Equal(height * ((width * 3) + 1), all.Length);
        return (width, height, [.. Enumerable.Range(0, height).SelectMany(row => all[((row * ((width * 3) + 1)) + 1)..((row + 1) * ((width * 3) + 1))])]);
    }

    /// <summary>Bit by bit, as the standard defines it.</summary>
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        return ~crc;
    }
}
