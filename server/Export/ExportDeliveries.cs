using Microsoft.AspNetCore.Http.Timeouts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>
/// Exports that are asked for and not yet taken. A finished one needs no turn, only room until its client has it: they
/// are bounded in number, for each client too, in bytes and in time.
/// </summary>
public sealed class ExportDeliveries(ILogger<ExportDeliveries> log)
{
    internal const int Most = 64;
    internal const int MostOfClient = 8;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>A quarter of a megabit: who takes less holds a file for longer than others should bear.</summary>
    private const long LeastBytesPerSecond = 32 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private readonly ILogger log = log;
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> clients = [];
    private int number;
    private long bytes;

    /// <summary>Room for one more until it is disposed of.</summary>
    /// <exception cref="RequestException">too-many-exports</exception>
    public Delivery Begin(string client)
    {
        lock (gate)
        {
            var own = clients.GetValueOrDefault(client);
            if (number >= Most || own >= MostOfClient || bytes >= MostBytes)
            {
                throw RequestException.TooMany("too-many-exports", TimeSpan.FromSeconds(2), new { atOnce = MostOfClient, waiting = 0 });
            }

            number++;
            clients[client] = own + 1;
            return new Delivery(this, client);
        }
    }

    /// <summary>How long so many bytes may take to be sent.</summary>
    internal static TimeSpan TimeFor(long size) => Grace + TimeSpan.FromSeconds(size / (double)LeastBytesPerSecond);

    /// <summary>The room of one export.</summary>
    public sealed class Delivery(ExportDeliveries all, string client) : IDisposable
    {
        private long held;
        private bool isOver;

        /// <summary>Sends what is finished, so many bytes; a client that takes too long is cut off.</summary>
        public async Task Send(HttpContext context, long size, Func<CancellationToken, Task> send)
        {
            held = size;
            Interlocked.Add(ref all.bytes, size);

            // The limit of the request was for making it.
            context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
            using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            time.CancelAfter(TimeFor(size));
            try
            {
                await send(time.Token);
            }
            catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
            {
                all.log.LogInformation("Cut off a client that had not taken {Bytes} bytes within {Time}", size, TimeFor(size));
                context.Abort();
            }
        }

        public void Dispose()
        {
            lock (all.gate)
            {
                if (isOver)
                {
                    return;
                }

                isOver = true;
                all.number--;
                if (--all.clients[client] == 0)
                {
                    all.clients.Remove(client);
                }
            }

            Interlocked.Add(ref all.bytes, -held);
        }
    }
}
