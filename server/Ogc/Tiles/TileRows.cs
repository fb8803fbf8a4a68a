using System.Buffers.Text;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc.Mvt;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The rows of a tile's statement (<see cref="TileSql"/>) as they become layers of a vector tile.</summary>
public sealed class TileRows(IReadOnlyList<FeatureLayer> layers) : IDisposable
{
    private readonly Layer[] written = [.. layers.Select(layer => new Layer(layer.Selection.Collection))];

    /// <summary>How many features each layer has, with those of which nothing is left to draw.</summary>
    public int[] Numbers { get; } = new int[layers.Count];

    public async Task Read(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var place = reader.GetInt32(0);
            Numbers[place] = reader.GetInt32(1);
            if (Numbers[place] > 0)
            {
                written[place].Add(reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
            }
        }
    }

    public byte[] ToBytes()
    {
        using var tile = new ProtoWriter();
        foreach (var layer in written)
        {
            layer.Mvt.WriteTo(tile);
        }

        return tile.Written.ToArray();
    }

    public void Dispose()
    {
        foreach (var layer in written)
        {
            layer.Mvt.Dispose();
        }
    }

    private sealed class Layer
    {
        private readonly (int Key, PropertyType Type, bool IsCode)[] attributes;

        public Layer(CollectionDefinition collection)
        {
            Mvt = new MvtLayer(collection.Id);
            attributes = [.. TileSql.Attributes(collection).Select(property => (Mvt.Key(property.Name), property.Type, property.Name == "code"))];
        }

        public MvtLayer Mvt { get; }

        /// <summary>All features of the layer: geometry after geometry, and their attributes in the same order.</summary>
        public void Add(ReadOnlySpan<byte> geometries, ReadOnlySpan<byte> texts)
        {
            while (geometries.Length > 0)
            {
                var text = Next(ref texts, TileSql.End);
                if (geometries[0] == TileSql.Nothing)
                {
                    geometries = geometries[1..];
                    continue;
                }

                Tags(text);
                geometries = geometries[Mvt.Geometry(geometries)..];
            }
        }

        /// <summary>Takes off what stands before the next separator, or all that is left.</summary>
        private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> texts, byte separator)
        {
            var end = texts.IndexOf(separator);
            var text = end < 0 ? texts : texts[..end];
            texts = end < 0 ? [] : texts[(end + 1)..];
            return text;
        }

        private void Tags(ReadOnlySpan<byte> texts)
        {
            foreach (var (key, type, isCode) in attributes)
            {
                var text = Next(ref texts, TileSql.Separator);
                if (isCode)
                {
                    Mvt.UniqueTag(key, text);
                }
                else if (text is not [TileSql.Null])
                {
                    Tag(key, type, text);
                }
            }
        }

        private void Tag(int key, PropertyType type, ReadOnlySpan<byte> text)
        {
            if (type == PropertyType.Integer && Utf8Parser.TryParse(text, out long whole, out var length) && length == text.Length)
            {
                Mvt.Tag(key, whole);
            }
            else if (type == PropertyType.Number && Utf8Parser.TryParse(text, out double number, out length) && length == text.Length)
            {
                Mvt.Tag(key, number);
            }
            else
            {
                Mvt.Tag(key, text);
            }
        }
    }
}
