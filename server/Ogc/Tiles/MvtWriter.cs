using System.Buffers;
using System.Text;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>Writes a layer of points as Mapbox Vector Tile 2.1; PostGIS writes all others. Layers one after another are a tile.</summary>
public sealed class MvtWriter
{
    public const int Extent = 4096;

    private const int Varint = 0;
    private const int Bytes = 2;

    private readonly ArrayBufferWriter<byte> features = new();
    private readonly List<string> keys = [];
    private readonly Dictionary<string, int> keyOf = new(StringComparer.Ordinal);
    private readonly List<byte[]> values = [];
    private readonly Dictionary<object, int> valueOf = [];

    public void Point(int x, int y, IEnumerable<(string Name, object Value)> properties)
    {
        var feature = new ArrayBufferWriter<byte>();
        var tags = new ArrayBufferWriter<byte>();
        foreach (var (name, value) in properties)
        {
            Number(tags, (ulong)KeyOf(name));
            Number(tags, (ulong)ValueOf(value));
        }

        Field(feature, 2, tags.WrittenSpan);
        Field(feature, 3, 1);

        // One command MoveTo, then the place from the origin, zigzag.
        var geometry = new ArrayBufferWriter<byte>();
        Number(geometry, 9);
        Number(geometry, ZigZag(x));
        Number(geometry, ZigZag(y));
        Field(feature, 4, geometry.WrittenSpan);
        Field(features, 2, feature.WrittenSpan);
    }

    public byte[] Layer(string name)
    {
        var layer = new ArrayBufferWriter<byte>();
        Field(layer, 15, 2);
        Field(layer, 1, Encoding.UTF8.GetBytes(name));
        layer.Write(features.WrittenSpan);
        foreach (var key in keys)
        {
            Field(layer, 3, Encoding.UTF8.GetBytes(key));
        }

        foreach (var value in values)
        {
            Field(layer, 4, value);
        }

        Field(layer, 5, Extent);
        var tile = new ArrayBufferWriter<byte>();
        Field(tile, 3, layer.WrittenSpan);
        return tile.WrittenSpan.ToArray();
    }

    private static ulong ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    private static void Field(ArrayBufferWriter<byte> output, int field, ulong number)
    {
        Number(output, (ulong)((field << 3) | Varint));
        Number(output, number);
    }

    private static void Field(ArrayBufferWriter<byte> output, int field, ReadOnlySpan<byte> bytes)
    {
        Number(output, (ulong)((field << 3) | Bytes));
        Number(output, (ulong)bytes.Length);
        output.Write(bytes);
    }

    private static void Number(ArrayBufferWriter<byte> output, ulong number)
    {
        const int MostBytes = 10;
        var span = output.GetSpan(MostBytes);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            span[length++] = (byte)(number | 0x80);
        }

        span[length++] = (byte)number;
        output.Advance(length);
    }

    private int KeyOf(string name)
    {
        if (!keyOf.TryGetValue(name, out var key))
        {
            keyOf[name] = key = keys.Count;
            keys.Add(name);
        }

        return key;
    }

    private int ValueOf(object value)
    {
        if (!valueOf.TryGetValue(value, out var place))
        {
            valueOf[value] = place = values.Count;
            values.Add(Encode(value));
        }

        return place;
    }

    private static byte[] Encode(object value)
    {
        var output = new ArrayBufferWriter<byte>();
        switch (value)
        {
            case bool truth:
                Field(output, 7, truth ? 1UL : 0UL);
                break;
            case int number:
                Field(output, 5, (ulong)number);
                break;
            default:
                Field(output, 1, Encoding.UTF8.GetBytes((string)value));
                break;
        }

        return output.WrittenSpan.ToArray();
    }
}
