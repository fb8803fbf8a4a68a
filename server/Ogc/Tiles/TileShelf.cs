namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// Packed tiles, up to a number of bytes. The oldest slab goes first; what was asked for since it was written gets another
/// turn. Not safe for threads: <see cref="TileCache"/> has the gate.
/// </summary>
internal sealed class TileShelf(long mostBytes)
{
    /// <summary>What a tile takes beside its bytes and its name.</summary>
    private const int Overhead = 400;

    /// <summary>How much of a slab may get another turn: the rest is for what is new.</summary>
    private const int MostAgain = TileSlab.Size / 2;

    private readonly Dictionary<(string Name, string Encoding), Kept> known = [];
    private readonly Queue<TileSlab> slabs = [];
    private TileSlab? filling;
    private TileSlab? spare;
    private long overhead;

    /// <summary>What the tiles take of the memory; a spare slab is not counted.</summary>
    public long Bytes => ((long)slabs.Count * TileSlab.Size) + overhead;

    /// <summary>The tile in one way of packing, or null. Whoever takes it disposes of it.</summary>
    public PackedTile? Find(string name, string encoding)
    {
        if (!known.TryGetValue((name, encoding), out var kept))
        {
            return null;
        }

        kept.IsWanted = true;
        kept.Slab.Enter();
        return new PackedTile(kept.Bytes, encoding, kept.Length, kept.Thinned, kept.Slab);
    }

    public void Keep(string name, PackedTile tile)
    {
        if (mostBytes <= 0 || tile.Bytes.Length > MostAgain || known.ContainsKey((name, tile.Encoding)))
        {
            return;
        }

        Add((name, tile.Encoding), tile.Bytes.Span, tile.Length, tile.Thinned);
        while (Bytes > mostBytes && slabs.Count > 1)
        {
            RemoveOldest();
        }
    }

    private static int OverheadOf((string Name, string Encoding) name) => Overhead + (2 * name.Name.Length);

    private void Add((string Name, string Encoding) name, ReadOnlySpan<byte> bytes, int length, string? thinned)
    {
        if (filling is null || !filling.HasRoom(bytes.Length))
        {
            (filling, spare) = (spare ?? new TileSlab(), null);
            slabs.Enqueue(filling);
        }

        known[name] = new Kept(filling, filling.Write(name, bytes), length, thinned);
        overhead += OverheadOf(name);
    }

    private void RemoveOldest()
    {
        var (oldest, again) = (slabs.Dequeue(), MostAgain);
        foreach (var name in oldest.Names)
        {
            known.Remove(name, out var kept);
            overhead -= OverheadOf(name);
            if (kept!.IsWanted && kept.Bytes.Length <= again)
            {
                again -= kept.Bytes.Length;
                Add(name, kept.Bytes.Span, kept.Length, kept.Thinned);
            }
        }

        // From one that is still read by somebody, the collector takes care.
        if (!oldest.IsRead)
        {
            oldest.Clear();
            spare = oldest;
        }
    }

    private sealed class Kept(TileSlab slab, ReadOnlyMemory<byte> bytes, int length, string? thinned)
    {
        public TileSlab Slab => slab;

        public ReadOnlyMemory<byte> Bytes => bytes;

        public int Length => length;

        public string? Thinned => thinned;

        /// <summary>Whether it was asked for since it was written.</summary>
        public bool IsWanted { get; set; }
    }
}
