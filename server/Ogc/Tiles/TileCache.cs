using Microsoft.Extensions.Options;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// The tiles asked for last, packed as they were asked for, up to a number of bytes. What is not there is made once,
/// however many ask; packed in another way it is made from what is there.
/// </summary>
public sealed class TileCache(IOptions<PlanOptions> options)
{
    /// <summary>More different tiles than this in the making, and the next one is refused: waiting longer would help nobody.</summary>
    private const int MostFlights = 256;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly PackedTileCache packed = new(options.Value.TileCacheMegabytes * 1024L * 1024);
    private readonly Dictionary<(string Name, string Encoding), Flight> flights = [];

    /// <summary>The name of a tile in the cache, which has none for anybody but the public.</summary>
    /// <exception cref="ArgumentException">The tile is for somebody.</exception>
    public static string NameOf(Audience audience, PlanRevision revision, string query) =>
        audience.IsPublic ? $"{revision.Tag}\n{query}" : throw new ArgumentException("What is not public is not entry.", nameof(audience));

    /// <summary>A tile for somebody: made under the same deadline, and kept for nobody.</summary>
    public static async Task<PackedTile> MakeOnce(string encoding, Func<CancellationToken, Task<Tile>> make, CancellationToken cancel)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Deadline);
        try
        {
            return PackedTile.Of(await make(time.Token), encoding);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw TileProblems.TooSlow();
        }
    }

    public PackedTile? Find(string name, string encoding)
    {
        lock (gate)
        {
            return packed.Find(name, encoding);
        }
    }

    /// <summary>The tile of this name. It is made under a deadline, and no longer when everybody who asked has gone away.</summary>
    public async Task<PackedTile> Get(string name, string encoding, Func<CancellationToken, Task<Tile>> make, CancellationToken cancel)
    {
        Flight flight;
        lock (gate)
        {
            if (packed.Find(name, encoding) is { } known)
            {
                return known;
            }

            if (!flights.TryGetValue((name, encoding), out flight!))
            {
                flight = Begin(name, encoding, make);
            }

            flight.Waiting++;
        }

        return await Wait(flight, cancel);
    }

    /// <summary>Begins to make a tile, from the same one packed in another way if that is there or under way.</summary>
    private Flight Begin(string name, string encoding, Func<CancellationToken, Task<Tile>> make)
    {
        var flight = new Flight((name, encoding), Deadline);
        var others = TileResponse.Encodings.Where(other => other != encoding);
        var entry = others.Select(other => packed.Find(name, other)).FirstOrDefault(tile => tile is not null);
        var earlier = entry is null ? others.Select(other => flights.GetValueOrDefault((name, other))).FirstOrDefault(other => other is not null) : null;
        if (earlier is not null)
        {
            earlier.Waiting++;
        }
        else if (flights.Count >= MostFlights)
        {
            entry?.Dispose();
            throw TileProblems.Busy();
        }

        flights.Add(flight.Name, flight);
        flight.Tile = Task.Run(() => Make(flight, async () => (entry, earlier) switch
        {
            ({ } tile, _) => Repacked(tile, encoding),
            (_, { } under) => Repacked(await Wait(under, flight.Cancel.Token), encoding),
            _ => PackedTile.Of(await make(flight.Cancel.Token), encoding),
        }));
        return flight;
    }

    private static PackedTile Repacked(PackedTile tile, string encoding)
    {
        using (tile)
        {
            return tile.As(encoding);
        }
    }

    private async Task<PackedTile> Wait(Flight flight, CancellationToken cancel)
    {
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
            Leave(flight);
        }
    }

    /// <summary>The last who leaves stops the making. Not under the gate: PostgreSQL is told over a connection of its own, and everybody would wait for that.</summary>
    private void Leave(Flight flight)
    {
        lock (gate)
        {
            if (--flight.Waiting > 0 || flight.Tile.IsCompleted)
            {
                return;
            }

            Land(flight);
        }

        _ = flight.Cancel.CancelAsync();
    }

    private async Task<PackedTile> Make(Flight flight, Func<Task<PackedTile>> make)
    {
        try
        {
            var tile = await make();
            lock (gate)
            {
                packed.Keep(flight.Name.Name, tile);
            }

            return tile;
        }
        finally
        {
            lock (gate)
            {
                Land(flight);
            }

            // A deadline that still runs would hold on to the source for its five seconds: thousands of them, who grow old.
            flight.Cancel.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Whoever comes now begins anew.</summary>
    private void Land(Flight flight)
    {
        if (flights.GetValueOrDefault(flight.Name) == flight)
        {
            flights.Remove(flight.Name);
        }
    }

    private sealed class Flight((string Name, string Encoding) name, TimeSpan deadline)
    {
        public (string Name, string Encoding) Name => name;

        public CancellationTokenSource Cancel { get; } = new(deadline);

        public Task<PackedTile> Tile { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
