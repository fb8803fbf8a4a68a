using System.Text;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>A feature of a tile: its kind (1 point, 2 line, 3 area), its first place, its properties, its drawing commands.</summary>
public sealed record TileFeature(int Kind, int X, int Y, IReadOnlyDictionary<string, object> Properties, IReadOnlyList<ulong> Commands);

/// <summary>Reads a Mapbox Vector Tile 2.1 by the letter of its specification, independently of who wrote it.</summary>
public static class VectorTile
{
    public static Dictionary<string, IReadOnlyList<TileFeature>> Read(byte[] tile)
    {
        var layers = new Dictionary<string, IReadOnlyList<TileFeature>>();
        foreach (var (field, _, layer) in Fields(tile))
        {
            Assert.Equal(3, field);
            var (name, features) = Layer(layer);
            layers.Add(name, features);
        }

        return layers;
    }

    private static (string Name, IReadOnlyList<TileFeature> Features) Layer(byte[] bytes)
    {
        var fields = Fields(bytes).ToList();
        Assert.Equal(2UL, fields.Single(field => field.Field == 15).Number);
        Assert.Equal(4096UL, fields.Single(field => field.Field == 5).Number);
        var keys = fields.Where(field => field.Field == 3).Select(field => Encoding.UTF8.GetString(field.Bytes)).ToList();
        var values = fields.Where(field => field.Field == 4).Select(field => Value(field.Bytes)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        return (
            Encoding.UTF8.GetString(fields.Single(field => field.Field == 1).Bytes),
            [.. fields.Where(field => field.Field == 2).Select(field => Feature(field.Bytes, keys, values))]);
    }

    private static TileFeature Feature(byte[] bytes, List<string> keys, List<object> values)
    {
        var fields = Fields(bytes).ToList();
        var tags = fields.Where(field => field.Field == 2).SelectMany(field => Numbers(field.Bytes)).ToList();
        var geometry = Numbers(fields.Single(field => field.Field == 4).Bytes).ToList();
        Assert.Equal(1U, geometry[0] & 7);
        var properties = tags.Chunk(2).ToDictionary(pair => keys[(int)pair[0]], pair => values[(int)pair[1]]);
        return new TileFeature((int)fields.Single(field => field.Field == 3).Number, ZigZag(geometry[1]), ZigZag(geometry[2]), properties, geometry);
    }

    private static object Value(byte[] bytes)
    {
        var (field, number, text) = Fields(bytes).Single();
        return field switch
        {
            1 => Encoding.UTF8.GetString(text),
            2 => BitConverter.ToSingle(text),
            3 => BitConverter.ToDouble(text),
            4 or 5 => (long)number,
            6 => (long)(number >> 1) ^ -(long)(number & 1),
            7 => number == 1,
            _ => throw new InvalidDataException($"a value of kind {field}"),
        };
    }

    private static int ZigZag(ulong number) => (int)(number >> 1) ^ -(int)(number & 1);

    private static IEnumerable<ulong> Numbers(byte[] bytes)
    {
        for (var place = 0; place < bytes.Length;)
        {
            yield return Number(bytes, ref place);
        }
    }

    private static List<(int Field, ulong Number, byte[] Bytes)> Fields(byte[] bytes)
    {
        var fields = new List<(int, ulong, byte[])>();
        for (var place = 0; place < bytes.Length;)
        {
            var tag = Number(bytes, ref place);
            var field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    fields.Add((field, Number(bytes, ref place), []));
                    break;
                case 2:
                    var length = (int)Number(bytes, ref place);
                    fields.Add((field, 0, bytes[place..(place += length)]));
                    break;
                case var fixedSize:
                    var size = fixedSize == 1 ? 8 : fixedSize == 5 ? 4 : throw new InvalidDataException($"wire type {fixedSize}");
                    fields.Add((field, 0, bytes[place..(place += size)]));
                    break;
            }
        }

        return fields;
    }

    private static ulong Number(byte[] bytes, ref int place)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[place++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
