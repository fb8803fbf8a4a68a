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

/// <summary>Reads parts; depth is counted, because reading goes one call deeper with every level.</summary>
internal sealed class JsonPartReader(string source, byte[] bytes, int depth)
{
    private static readonly Dictionary<string, JsonPart> NoMembers = [];

    public Reading<JsonPart> Read(ref Utf8JsonReader reader)
    {
        var offset = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.TokenStartIndex));
        if (reader.CurrentDepth >= depth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            return FilterError.At(source, offset, "filter-too-deep");
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartArray => ReadArray(ref reader, offset),
            JsonTokenType.StartObject => ReadObject(ref reader, offset),
            JsonTokenType.String => ReadText(ref reader, offset),
            _ => new JsonPart(reader.TokenType, offset, Encoding.UTF8.GetString(reader.ValueSpan), [], NoMembers),
        };
    }

    private Reading<JsonPart> ReadText(ref Utf8JsonReader reader, int offset)
    {
        var text = reader.GetString()!;
        return text.Contains('\0', StringComparison.Ordinal)
            ? FilterError.At(source, offset, "filter-character-invalid")
            : new JsonPart(JsonTokenType.String, offset, text, [], NoMembers);
    }

    private Reading<JsonPart> ReadArray(ref Utf8JsonReader reader, int offset)
    {
        List<JsonPart> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = Read(ref reader);
            if (!item.Succeeded)
            {
                return item;
            }

            items.Add(item.Value);
        }

        return new JsonPart(JsonTokenType.StartArray, offset, "", items, NoMembers);
    }

    private Reading<JsonPart> ReadObject(ref Utf8JsonReader reader, int offset)
    {
        Dictionary<string, JsonPart> members = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            var value = Read(ref reader);
            if (!value.Succeeded)
            {
                return value;
            }

            // Programs disagree on which of two members of one name counts.
            if (!members.TryAdd(name, value.Value))
            {
                return FilterError.At(source, value.Value.Offset, "filter-json-invalid", name);
            }
        }

        return new JsonPart(JsonTokenType.StartObject, offset, "", [], members);
    }
}
