using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>So many exports at a time, a few more waiting, and the rest asked to come back: a page must never wait for a file.</summary>
public sealed class ExportTurns(int atOnce, int waiting) : IDisposable
{
    private readonly SemaphoreSlim free = new(atOnce);
    private int inside;

    /// <summary>Waits for a turn, which ends when it is disposed of.</summary>
    public async Task<IDisposable> Take(CancellationToken cancel)
    {
        if (Interlocked.Increment(ref inside) > atOnce + waiting)
        {
            Interlocked.Decrement(ref inside);
            throw new RequestException(StatusCodes.Status429TooManyRequests, "too-many-exports", new { atOnce, waiting });
        }

        try
        {
            await free.WaitAsync(cancel);
            return new Turn(this);
        }
        catch
        {
            Interlocked.Decrement(ref inside);
            throw;
        }
    }

    public void Dispose() => free.Dispose();

    private sealed class Turn(ExportTurns turns) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                turns.free.Release();
                Interlocked.Decrement(ref turns.inside);
            }
        }
    }
}
