using System.IO.Pipelines;

namespace SpatialPlan.Server.Web;

/// <summary>The sending half of a connection. Once it has a last word, that is sent, and nothing that is written after it.</summary>
public sealed class LastWordWriter(PipeWriter inner) : PipeWriter
{
    private byte[]? lastWord;
    private byte[]? unheard;
    private bool isSaid;

    /// <summary>A whole answer, as it goes over the wire.</summary>
    public byte[] LastWord
    {
        set => lastWord = value;
    }

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => lastWord is null ? inner.GetMemory(sizeHint) : Unheard(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => lastWord is null ? inner.GetSpan(sizeHint) : Unheard(sizeHint);

    public override void Advance(int bytes)
    {
        if (lastWord is null)
        {
            inner.Advance(bytes);
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (lastWord is null || isSaid)
        {
            return inner.FlushAsync(cancellationToken);
        }

        isSaid = true;
        return inner.WriteAsync(lastWord, cancellationToken);
    }

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private byte[] Unheard(int sizeHint) => unheard is not null && unheard.Length >= sizeHint ? unheard : unheard = new byte[Math.Max(sizeHint, 4096)];
}
