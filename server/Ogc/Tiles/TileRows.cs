using System.Buffers.Text;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Mvt;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>The rows of a tile's statement (<see cref="TileSql"/>) as they become layers of a vector tile.</summary>
public sealed class TileRows(TileAddress tile, IReadOnlyList<FeatureLayer> layers) : IDisposable
{
    private readonly Layer[] written = [.. layers.Select(layer => new Layer(layer, tile))];

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
                using var geometries = new RowBytes(reader, 2);
                using var attributes = new RowBytes(reader, 3);
                written[place].Add(geometries.Span, attributes.Span);
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
        private readonly bool hasPoints;
        private readonly PointPlaces places;

        public Layer(FeatureLayer layer, TileAddress tile)
        {
            var collection = layer.Selection.Collection;
            Mvt = new MvtLayer(collection.Id);
            attributes = [.. TileSql.Attributes(collection).Select(property => (Mvt.Key(property.Name), property.Type, property.Name == "code"))];
            (hasPoints, places) = (layer.HasPoints, new PointPlaces(tile));
        }

        public MvtLayer Mvt { get; }

        /// <summary>All features of the layer: geometry after geometry, and their attributes in the same order.</summary>
        public void Add(ReadOnlySpan<byte> geometries, ReadOnlySpan<byte> texts)
        {
            while (geometries.Length > 0)
            {
                geometries = geometries[(hasPoints ? AddPoint(geometries, ref texts) : AddDrawn(geometries, ref texts))..];
            }
        }

        private int AddPoint(ReadOnlySpan<byte> geometries, ref ReadOnlySpan<byte> texts)
        {
            if (places.TryPlace(geometries, out var x, out var y))
            {
                Tags(ref texts);
                Mvt.Point(x, y);
            }
            else
            {
                Next(ref texts, TileSql.End);
            }

            return PointPlaces.PointBytes;
        }

        private int AddDrawn(ReadOnlySpan<byte> geometries, ref ReadOnlySpan<byte> texts)
        {
            if (geometries[0] == TileSql.Nothing)
            {
                Next(ref texts, TileSql.End);
                return 1;
            }

            Tags(ref texts);
            return Mvt.Geometry(geometries);
        }

        /// <summary>Takes off what stands before the next separator, or all that is left.</summary>
        private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> texts, byte separator)
        {
            var end = texts.IndexOf(separator);
            var text = end < 0 ? texts : texts[..end];
            texts = end < 0 ? [] : texts[(end + 1)..];
            return text;
        }

        private void Tags(ref ReadOnlySpan<byte> texts)
        {
            var last = attributes.Length - 1;
            for (var place = 0; place <= last; place++)
            {
                var (key, type, isCode) = attributes[place];
                var text = Next(ref texts, place == last ? TileSql.End : TileSql.Separator);
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
