namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// Packed tiles, up to a number of bytes. The oldest block goes first; what was asked for since it was written gets another
/// turn. Not safe for threads: <see cref="TileCache"/> has the gate.
/// </summary>
internal sealed class PackedTileCache(long mostBytes)
{
    /// <summary>What a tile takes beside its bytes and its name.</summary>
    private const int Overhead = 400;

    /// <summary>How much of a block may get another turn: the rest is for what is new.</summary>
    private const int MostAgain = TileBlock.Size / 2;

    private readonly Dictionary<(string Name, string Encoding), Entry> known = [];
    private readonly Queue<TileBlock> blocks = [];
    private TileBlock? filling;
    private TileBlock? spare;
    private long overhead;

    /// <summary>What the tiles take of the memory; a spare block is not counted.</summary>
    public long Bytes => ((long)blocks.Count * TileBlock.Size) + overhead;

    /// <summary>The tile in one way of packing, or null. Whoever takes it disposes of it.</summary>
    public PackedTile? Find(string name, string encoding)
    {
        if (!known.TryGetValue((name, encoding), out var entry))
        {
            return null;
        }

        entry.IsWanted = true;
        entry.Block.Enter();
        return new PackedTile(entry.Bytes, encoding, entry.Length, entry.Thinned, entry.Block);
    }

    public void Keep(string name, PackedTile tile)
    {
        if (mostBytes <= 0 || tile.Bytes.Length > MostAgain || known.ContainsKey((name, tile.Encoding)))
        {
            return;
        }

        Add((name, tile.Encoding), tile.Bytes.Span, tile.Length, tile.Thinned);
        while (Bytes > mostBytes && blocks.Count > 1)
        {
            RemoveOldest();
        }
    }

    private static int OverheadOf((string Name, string Encoding) name) => Overhead + (2 * name.Name.Length);

    private void Add((string Name, string Encoding) name, ReadOnlySpan<byte> bytes, int length, string? thinned)
    {
        if (filling is null || !filling.HasRoom(bytes.Length))
        {
            (filling, spare) = (spare ?? new TileBlock(), null);
            blocks.Enqueue(filling);
        }

        known[name] = new Entry(filling, filling.Write(name, bytes), length, thinned);
        overhead += OverheadOf(name);
    }

    private void RemoveOldest()
    {
        var (oldest, again) = (blocks.Dequeue(), MostAgain);
        foreach (var name in oldest.Names)
        {
            known.Remove(name, out var entry);
            overhead -= OverheadOf(name);
            if (entry!.IsWanted && entry.Bytes.Length <= again)
            {
                again -= entry.Bytes.Length;
                Add(name, entry.Bytes.Span, entry.Length, entry.Thinned);
            }
        }

        // From one that is still read by somebody, the collector takes care.
        if (!oldest.IsRead)
        {
            oldest.Clear();
            spare = oldest;
        }
    }

    private sealed class Entry(TileBlock block, ReadOnlyMemory<byte> bytes, int length, string? thinned)
    {
        public TileBlock Block => block;

        public ReadOnlyMemory<byte> Bytes => bytes;

        public int Length => length;

        public string? Thinned => thinned;

        /// <summary>Whether it was asked for since it was written.</summary>
        public bool IsWanted { get; set; }
    }
}
