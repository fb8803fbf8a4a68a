using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>The frozen checks of a set until they are written: packed, for ten thousand answers of some ten kilobytes are more than a request may hold.</summary>
public sealed class FrozenChecks
{
    private readonly List<(int Position, byte[] Packed)> packed = [];

    /// <param name="position">Of the change in its set.</param>
    /// <param name="result">What is kept with its version.</param>
    public void Add(int position, byte[] result) => packed.Add((position, result));

    /// <summary>A result as it is held.</summary>
    public static byte[] Pack(JsonObject result)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(deflate, result);
        }

        return bytes.ToArray();
    }

    /// <summary>As review.keep_checks takes them, {position, result}, so many at a time.</summary>
    public IEnumerable<JsonArray> Pages(int size) =>
        packed.Chunk(size).Select(page => new JsonArray([.. page.Select(one => (JsonNode)new JsonObject { ["position"] = one.Position, ["result"] = Unpack(one.Packed) })]));

    private static JsonNode Unpack(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonNode.Parse(deflate)!;
    }
}
