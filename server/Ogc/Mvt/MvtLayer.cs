using System.Text;

namespace SpatialPlan.Server.Ogc.Mvt;

/// <summary>
/// A layer of a Mapbox Vector Tile 2.1, feature by feature: its tags first, then its geometry. Layers one after another
/// are a tile.
/// </summary>
public sealed class MvtLayer(string name) : IDisposable
{
    /// <summary>The side of a tile in its own units.</summary>
    public const int Extent = 4096;

    private const int Version = 2;
    private const int PointType = 1;
    private const int MoveToOnce = 9;

    private readonly ProtoWriter features = new();
    private readonly ProtoWriter tags = new();
    private readonly ProtoWriter commands = new();
    private readonly MvtValues values = new();
    private readonly List<string> keys = [];
    private readonly Dictionary<string, int> keyOf = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public void Dispose()
    {
        features.Dispose();
        tags.Dispose();
        commands.Dispose();
        values.Dispose();
    }

    /// <summary>The number of a key, which tags are written with.</summary>
    public int Key(string key)
    {
        if (!keyOf.TryGetValue(key, out var place))
        {
            keyOf[key] = place = keys.Count;
            keys.Add(key);
        }

        return place;
    }

    public void Tag(int key, ReadOnlySpan<byte> utf8) => TagPlace(key, values.Text(utf8));

    /// <summary>A text that no other feature of the layer has.</summary>
    public void UniqueTag(int key, ReadOnlySpan<byte> utf8) => TagPlace(key, values.UniqueText(utf8));

    public void Tag(int key, string text) => TagPlace(key, values.Text(Encoding.UTF8.GetBytes(text)));

    public void Tag(int key, long number) => TagPlace(key, values.Number(number));

    public void Tag(int key, double number) => TagPlace(key, values.Number(number));

    /// <summary>Ends a feature that is a point at a place of the tile.</summary>
    public void Point(int x, int y)
    {
        commands.Clear();
        commands.Varint(MoveToOnce);
        commands.ZigZag(x);
        commands.ZigZag(y);
        End(PointType);
    }

    /// <summary>Ends a feature with a geometry in units of the tile, as TWKB without decimals; gives how many bytes it took.</summary>
    public int Geometry(ReadOnlySpan<byte> twkb)
    {
        commands.Clear();
        var (type, length) = TwkbCommands.Write(twkb, commands);
        End(type);
        return length;
    }

    /// <summary>The layer as a field of a tile; empty without features.</summary>
    public void WriteTo(ProtoWriter tile)
    {
        if (Count == 0)
        {
            return;
        }

        // What is long is copied once, into the tile; what stands before, between and after it is put together here.
        using var head = new ProtoWriter();
        head.Field(15, Version);
        head.Field(1, Encoding.UTF8.GetBytes(name));
        using var names = new ProtoWriter();
        foreach (var key in keys)
        {
            names.Field(3, Encoding.UTF8.GetBytes(key));
        }

        using var tail = new ProtoWriter();
        tail.Field(5, Extent);
        tile.Begin(3, head.Length + features.Length + names.Length + values.Written.Length + tail.Length);
        tile.Raw(head.Written);
        tile.Raw(features.Written);
        tile.Raw(names.Written);
        tile.Raw(values.Written);
        tile.Raw(tail.Written);
    }

    public byte[] ToBytes()
    {
        using var tile = new ProtoWriter();
        WriteTo(tile);
        return tile.Written.ToArray();
    }

    private void TagPlace(int key, int value)
    {
        tags.Varint((ulong)key);
        tags.Varint((ulong)value);
    }

    private void End(int type)
    {
        const int Feature = 2;
        const int TypeBytes = 2;
        features.Begin(Feature, FieldSize(tags.Length) + TypeBytes + FieldSize(commands.Length));
        features.Field(2, tags.Written);
        features.Field(3, (ulong)type);
        features.Field(4, commands.Written);
        tags.Clear();
        Count++;
    }

    /// <summary>Of a field with so many bytes, its number (one byte) and length included.</summary>
    private static int FieldSize(int content) => 1 + ProtoWriter.SizeOf(content) + content;
}
