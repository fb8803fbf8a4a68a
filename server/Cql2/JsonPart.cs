using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SpatialPlan.Server.Cql2;

/// <summary>A value of JSON that knows where it stood, so that an error can point at it.</summary>
internal sealed record JsonPart(JsonTokenType Type, int Offset, string Text, IReadOnlyList<JsonPart> Items, IReadOnlyDictionary<string, JsonPart> Members)
{
    public JsonPart? Find(string name) => Members.GetValueOrDefault(name);

    /// <summary>The number, or null when it is none or has no finite value.</summary>
    public double? Number =>
        Type == JsonTokenType.Number && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    public static Reading<JsonPart> Read(string source, int depth)
    {
        var bytes = Encoding.UTF8.GetBytes(source);

        // The reader would throw at its own limit; ours is met first and says so.
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = depth + 2 });
        try
        {
            reader.Read();
            var read = new JsonPartReader(source, bytes, depth).Read(ref reader);
            return read.Succeeded && reader.Read() ? FilterError.At(source, source.Length, "filter-json-invalid") : read;
        }
        catch (JsonException fault)
        {
            return FilterError.At(source, OffsetOf(bytes, fault), "filter-json-invalid");
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 that is half a character.
            return FilterError.At(source, Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.TokenStartIndex)), "filter-character-invalid");
        }
    }

    private static int OffsetOf(byte[] bytes, JsonException fault)
    {
        var start = 0;
        for (var line = 0L; line < fault.LineNumber; line++)
        {
            start = Array.IndexOf(bytes, (byte)'\n', start) + 1;
        }

        var end = Math.Min(bytes.Length, start + (int)(fault.BytePositionInLine ?? 0));
        return Encoding.UTF8.GetCharCount(bytes.AsSpan(0, end));
    }
}
