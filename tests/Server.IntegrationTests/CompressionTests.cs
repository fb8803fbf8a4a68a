using System.IO.Compression;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>A page is about as short when it is packed while it is written as when it is packed in one piece.</summary>
public sealed class CompressionTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_of_items_is_packed_in_blocks_and_not_in_crumbs(string coding)
    {
        var answer = await server.Send("/ogc/collections/projects/items?limit=200", ("Accept-Encoding", coding));
        Assert.Equal(coding, Assert.Single(answer.Content.Headers.ContentEncoding));
        var packed = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var page = Unpacked(packed, coding);
        Assert.True(page.Length > 100_000, $"{page.Length} bytes are no long page");
        var inOnePiece = Packed(page, coding).Length;
        Assert.True(packed.Length < 1.5 * inOnePiece, $"{packed.Length} bytes as it was sent, {inOnePiece} in one piece");
    }

    private static byte[] Unpacked(byte[] bytes, string coding)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(bytes);
        using Stream unpacking = coding == "br" ? new BrotliStream(input, CompressionMode.Decompress) : new GZipStream(input, CompressionMode.Decompress);
        unpacking.CopyTo(output);
        return output.ToArray();
    }

    private static byte[] Packed(byte[] bytes, string coding)
    {
        using var output = new MemoryStream();
        using (Stream packing = coding == "br" ? new BrotliStream(output, CompressionLevel.Fastest) : new GZipStream(output, CompressionLevel.Fastest))
        {
            packing.Write(bytes);
        }

        return output.ToArray();
    }
}
