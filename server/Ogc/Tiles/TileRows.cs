using System.Buffers.Text;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc.Mvt;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The rows of a tile's statement (<see cref="TileSql"/>) as they become layers of a vector tile.</summary>
public sealed class TileRows(IReadOnlyList<FeatureLayer> layers) : IDisposable
{
    private readonly Layer[] written = [.. layers.Select(layer => new Layer(layer.Selection.Collection))];

    /// <summary>How many rows each layer has, with those of which nothing is left to draw.</summary>
    public int[] Numbers { get; } = new int[layers.Count];

    public async Task Read(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var place = reader.GetInt32(0);
            Numbers[place]++;
            if (!reader.IsDBNull(1))
            {
                written[place].Add(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
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

        public void Add(ReadOnlySpan<byte> twkb, ReadOnlySpan<byte> texts)
        {
            foreach (var (key, type, isCode) in attributes)
            {
                var end = texts.IndexOf(TileSql.Separator);
                var text = end < 0 ? texts : texts[..end];
                texts = end < 0 ? [] : texts[(end + 1)..];
                if (isCode)
                {
                    Mvt.UniqueTag(key, text);
                }
                else if (text is not [TileSql.Null])
                {
                    Tag(key, type, text);
                }
            }

            Mvt.Geometry(twkb);
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
