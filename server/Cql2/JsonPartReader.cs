using System.Text;
using System.Text.Json;

namespace SpatialPlan.Server.Cql2;

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
