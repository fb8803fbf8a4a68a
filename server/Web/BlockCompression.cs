using Microsoft.AspNetCore.ResponseCompression;

namespace SpatialPlan.Server.Web;

/// <summary>
/// A coding of answers that is given them in blocks. The body of an answer passes on 4 KiB at a time, and Brotli, as quick as it is set
/// here, finds nothing again beyond what it is given at once: a page of items was three times as long.
/// </summary>
internal sealed class BlockCompression(ICompressionProvider coding) : ICompressionProvider
{
    private const int BlockBytes = 64 * 1024;

    public string EncodingName => coding.EncodingName;

    public bool SupportsFlush => coding.SupportsFlush;

    public Stream CreateStream(Stream outputStream) => new BufferedStream(coding.CreateStream(outputStream), BlockBytes);
}
