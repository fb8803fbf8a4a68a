using System.Buffers;
using System.IO.Pipelines;

namespace SpatialPlan.Server.Web;

/// <summary>
/// The body of an answer whose beginning is held until it is first flushed: when making it fails before, nothing of it has
/// reached the connection, and a problem takes its place. What is written to the body itself cannot be taken back, though
/// the answer has not started.
/// </summary>
public sealed class HeldStart(PipeWriter body) : PipeWriter, IDisposable
{
    private const int FirstBytes = 32 * 1024;

    private byte[]? held = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int length;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => held is null ? body.UnflushedBytes : length;

    public override Memory<byte> GetMemory(int sizeHint = 0) => held is null ? body.GetMemory(sizeHint) : Room(sizeHint).AsMemory(length);

    public override Span<byte> GetSpan(int sizeHint = 0) => held is null ? body.GetSpan(sizeHint) : Room(sizeHint).AsSpan(length);

    public override void Advance(int bytes)
    {
        if (held is null)
        {
            body.Advance(bytes);
        }
        else
        {
            length += bytes;
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (held is { } start)
        {
            body.Write(start.AsSpan(0, length));
            Dispose();
        }

        return body.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => body.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => body.Complete(exception);

    /// <summary>Lets go of what was never flushed.</summary>
    public void Dispose()
    {
        if (held is not null)
        {
            ArrayPool<byte>.Shared.Return(held);
            held = null;
        }
    }

    private byte[] Room(int sizeHint)
    {
        var wanted = length + Math.Max(sizeHint, 1);
        if (wanted > held!.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, 2 * held.Length));
            held.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(held);
            held = larger;
        }

        return held;
    }
}
