using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>
/// So many exports are made at a time, a few more wait, and the rest is asked to come back: a page must never wait for a
/// file. One client has at most half of either, whatever it asks for.
/// </summary>
public sealed class ExportTurns(int atOnce, int waiting)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> working = [];
    private readonly LinkedList<Waiter> queue = [];
    private int used;

    /// <summary>Waits for a turn, which ends when it is disposed of.</summary>
    /// <exception cref="RequestException">too-many-exports: everybody's places are taken, or this client's.</exception>
    public async Task<IDisposable> Take(string client, CancellationToken cancel)
    {
        var waiter = new Waiter(client);
        lock (gate)
        {
            if (IsFree(client))
            {
                return Begin(client);
            }

            if (queue.Count >= waiting || queue.Count(other => other.Client == client) >= Half(waiting))
            {
                throw RequestException.TooMany("too-many-exports", TimeSpan.FromSeconds(2), new { atOnce, waiting });
            }

            queue.AddLast(waiter);
        }

        await using var leaving = cancel.Register(() => Leave(waiter, cancel));
        return await waiter.Turn.Task;
    }

    private static int Half(int number) => (number + 1) / 2;

    private bool IsFree(string client) => used < atOnce && working.GetValueOrDefault(client) < Half(atOnce);

    private Turn Begin(string client)
    {
        used++;
        working[client] = working.GetValueOrDefault(client) + 1;
        return new Turn(this, client);
    }

    private void Leave(Waiter waiter, CancellationToken cancel)
    {
        lock (gate)
        {
            queue.Remove(waiter);
        }

        // Nothing when the turn has come at the same moment.
        waiter.Turn.TrySetCanceled(cancel);
    }

    private void End(string client)
    {
        lock (gate)
        {
            used--;
            if (--working[client] == 0)
            {
                working.Remove(client);
            }

            // Who waits longest and has not its share already.
            if (queue.FirstOrDefault(waiter => IsFree(waiter.Client)) is { } next)
            {
                queue.Remove(next);
                next.Turn.SetResult(Begin(next.Client));
            }
        }
    }

    private sealed class Waiter(string client)
    {
        public string Client => client;

        public TaskCompletionSource<IDisposable> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(ExportTurns turns, string client) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                turns.End(client);
            }
        }
    }
}
