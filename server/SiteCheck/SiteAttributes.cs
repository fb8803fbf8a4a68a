using System.Text.Json;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What the form says of a site; what is missing, null or an empty text is not stated.</summary>
public sealed class SiteAttributes(JsonElement properties)
{
    private const int LongestText = 200;

    /// <summary>Beyond these no figure of a site is meant, and the quotient of two of them would be no number any more.</summary>
    private const double LeastNumber = 1e-6;
    private const double MostNumber = 1e15;

    public static SiteAttributes None { get; } = new(default);

    /// <summary>The site's own code, which is left out of comparisons.</summary>
    public string? Code => Text("code");

    /// <summary>Null when it is not stated, too long to be meant, or no text.</summary>
    public string? Text(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString()!.Trim() is { Length: > 0 and <= LongestText } text ? text : null;

    /// <summary>Null when it is not stated, or no number that a rule can go by.</summary>
    public double? Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.GetDouble() is var number && (number == 0 || number is >= LeastNumber and <= MostNumber) ? number : null;

    /// <summary>Whether there is something, whatever it is.</summary>
    public bool Has(string name) => Find(name) is { } value && (value.ValueKind != JsonValueKind.String || value.GetString()!.Trim().Length > 0);

    private JsonElement? Find(string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
