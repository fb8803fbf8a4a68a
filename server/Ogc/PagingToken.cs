using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>Where a page ends: the code of its last feature and its values of the keys that it is sorted by, the code not among them.</summary>
public sealed record PagePlace(string Code, IReadOnlyList<object?> Values);

/// <summary>
/// A place in an address: the code, or [sortby, value, …, code] in JSON. Pages stay in step while others write, and a
/// forged token can do no more than start somewhere else.
/// </summary>
public static partial class PagingToken
{
    public static string After(string code) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(code));

    public static string After(IReadOnlyList<SortKey> keys, PagePlace place) => keys.Count == 0
        ? After(place.Code)
        : Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<object?[]>([Name(keys), .. place.Values, place.Code], JsonOptions.Links));

    /// <summary>The code to go on after, or null when this is no token of ours.</summary>
    public static string? TryRead(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var code = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(token));
        return Code().IsMatch(code) && After(code) == token ? code : null;
    }

    /// <summary>The place to go on after under these keys, or null.</summary>
    public static PagePlace? TryRead(string token, IReadOnlyList<SortKey> keys)
    {
        if (keys.Count == 0)
        {
            return TryRead(token) is { } only ? new PagePlace(only, []) : null;
        }

        try
        {
            return Base64Url.IsValid(token) ? Read(JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(token)), keys) : null;
        }
        catch (Exception forged) when (forged is JsonException or InvalidOperationException)
        {
            // No JSON, or half a character in its text.
            return null;
        }
    }

    private static PagePlace? Read(JsonElement root, IReadOnlyList<SortKey> keys)
    {
        JsonElement[] parts = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [];
        var valued = keys.Where(key => !key.IsCode).ToList();
        if (parts.Length != valued.Count + 2 || !parts.All(part => part.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null))
        {
            return null;
        }

        var values = valued.Select((key, place) => (IsKnown: TryRead(parts[place + 1], key.Property.Type, out var value), Value: value)).ToList();
        var isWhole = values.TrueForAll(value => value.IsKnown) && parts[0].ValueKind == JsonValueKind.String && parts[^1].ValueKind == JsonValueKind.String;
        return isWhole && parts[0].GetString() == Name(keys) && Code().IsMatch(parts[^1].GetString()!)
            ? new PagePlace(parts[^1].GetString()!, [.. values.Select(value => value.Value)])
            : null;
    }

    private static string Name(IReadOnlyList<SortKey> keys) => string.Join(',', keys.Select(key => $"{(key.IsDescending ? "-" : "")}{key.Property.Name}"));

    private static bool TryRead(JsonElement part, PropertyType type, out object? value)
    {
        value = part.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number when type == PropertyType.Integer => part.TryGetInt32(out var integer) ? integer : null,
            JsonValueKind.Number when type == PropertyType.Number => part.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
            JsonValueKind.String when type is PropertyType.String or PropertyType.Code && !part.GetString()!.Contains('\0', StringComparison.Ordinal) => part.GetString(),
            _ => null,
        };
        return value is not null || part.ValueKind == JsonValueKind.Null;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
