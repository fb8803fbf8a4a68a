using System.Text.Json;

namespace SpatialPlan.Server.Styles;

/// <summary>Members of an entry of the style table; what it does not say is null.</summary>
internal static class StyleEntry
{
    public static string? Text(this JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static double? Number(this JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static double[]? Numbers(this JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(number => number.GetDouble())] : null;

    public static IEnumerable<JsonProperty> Members(this JsonElement entry, string member) =>
        entry.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];
}
