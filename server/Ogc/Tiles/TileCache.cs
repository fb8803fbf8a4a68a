using Microsoft.Extensions.Options;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The tiles asked for last, compressed, up to a number of bytes. What is not there is made once, however many ask.</summary>
public sealed class TileCache(IOptions<PlanOptions> options)
{
    /// <summary>More different tiles than this in the making, and the next one is refused: waiting longer would help nobody.</summary>
    private const int MostFlights = 256;

    private const int EntryOverhead = 400;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly long mostBytes = options.Value.TileCacheMegabytes * 1024L * 1024;
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Name, PackedTile Tile, long Size)>> known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Name, PackedTile Tile, long Size)> latest = [];
    private readonly Dictionary<string, Flight> flights = new(StringComparer.Ordinal);
    private long bytes;

    /// <summary>The name of a tile in the cache.</summary>
    public static string NameOf(long revision, string query) => $"{revision}\n{query}";

    public long Bytes => Interlocked.Read(ref bytes);

    public PackedTile? Find(string name)
    {
        lock (gate)
        {
            if (!known.TryGetValue(name, out var node))
            {
                return null;
            }

            latest.Remove(node);
            latest.AddFirst(node);
            return node.Value.Tile;
        }
    }

    /// <summary>The tile of this name. It is made under a deadline, and no longer when everybody who asked has gone away.</summary>
    public async Task<PackedTile> Get(string name, Func<CancellationToken, Task<PackedTile>> make, CancellationToken cancel)
    {
        Flight flight;
        lock (gate)
        {
            if (known.TryGetValue(name, out var node))
            {
                return node.Value.Tile;
            }

            if (!flights.TryGetValue(name, out flight!))
            {
                flights[name] = flight = flights.Count < MostFlights ? new Flight(Deadline) : throw TileProblems.Busy();
                flight.Tile = Task.Run(() => Make(name, flight, make), CancellationToken.None);
            }

            flight.Waiting++;
        }

        try
        {
            return await flight.Tile.WaitAsync(cancel);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw TileProblems.TooSlow();
        }
        finally
        {
            lock (gate)
            {
                if (--flight.Waiting == 0 && !flight.Tile.IsCompleted)
                {
                    flights.Remove(name);
                    flight.Cancel.Cancel();
                }
            }
        }
    }

    private async Task<PackedTile> Make(string name, Flight flight, Func<CancellationToken, Task<PackedTile>> make)
    {
        try
        {
            var tile = await make(flight.Cancel.Token);
            Keep(name, tile);
            return tile;
        }
        finally
        {
            lock (gate)
            {
                if (flights.TryGetValue(name, out var own) && own == flight)
                {
                    flights.Remove(name);
                }
            }
        }
    }

    private void Keep(string name, PackedTile tile)
    {
        var size = tile.MostBytes + (2 * name.Length) + EntryOverhead;
        lock (gate)
        {
            if (known.ContainsKey(name))
            {
                return;
            }

            known[name] = latest.AddFirst((name, tile, size));
            bytes += size;
            while (bytes > mostBytes && latest.Last is { } oldest)
            {
                known.Remove(oldest.Value.Name);
                bytes -= oldest.Value.Size;
                latest.RemoveLast();
            }
        }
    }

    private sealed class Flight(TimeSpan deadline)
    {
        public CancellationTokenSource Cancel { get; } = new(deadline);

        public Task<PackedTile> Tile { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
