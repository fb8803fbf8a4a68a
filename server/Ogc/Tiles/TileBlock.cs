namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// A block of memory that tiles are written into one after the other until it is full. It is used again for others when
/// nobody reads from it any more: finished tiles as arrays of their own, which go when they are no longer young, leave
/// holes that the collector does not fill.
/// </summary>
internal sealed class TileBlock
{
    /// <summary>Room for the largest tile twice.</summary>
    public const int Size = 1024 * 1024;

    /// <summary>However small they are: what describes them takes memory too.</summary>
    private const int MostTiles = 1_000;

    private readonly byte[] bytes = GC.AllocateUninitializedArray<byte>(Size);
    private readonly List<(string Name, string Encoding)> names = [];
    private int used;
    private int readers;

    public IReadOnlyList<(string Name, string Encoding)> Names => names;

    public bool IsRead => Volatile.Read(ref readers) > 0;

    public bool HasRoom(int length) => used + length <= Size && names.Count < MostTiles;

    public ReadOnlyMemory<byte> Write((string Name, string Encoding) name, ReadOnlySpan<byte> tile)
    {
        var place = bytes.AsMemory(used, tile.Length);
        tile.CopyTo(place.Span);
        used += tile.Length;
        names.Add(name);
        return place;
    }

    public void Enter() => Interlocked.Increment(ref readers);

    public void Leave() => Interlocked.Decrement(ref readers);

    /// <summary>Makes room for others; not while it <see cref="IsRead"/>.</summary>
    public void Clear()
    {
        names.Clear();
        used = 0;
    }
}
