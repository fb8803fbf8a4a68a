using System.Text.Json;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>A citation as the layer file has it.</summary>
public sealed record CitedPlace(string Paragraph, string? Attribute, string Basis, string? Rule);

/// <summary>Plain access to the properties of a feature of a layer file.</summary>
public static class FiguresReading
{
    public static string? Text(this DrawnFeature feature, string name) =>
        feature.Properties.GetProperty(name).ValueKind == JsonValueKind.Null ? null : feature.Properties.GetProperty(name).GetString();

    public static decimal? Number(this DrawnFeature feature, string name) =>
        feature.Properties.GetProperty(name).ValueKind == JsonValueKind.Null ? null : feature.Properties.GetProperty(name).GetDecimal();

    public static IReadOnlyList<CitedPlace> Citations(this DrawnFeature feature) =>
        [.. feature.Properties.GetProperty("citations").EnumerateArray().Select(citation => new CitedPlace(
            citation.GetProperty("paragraph").GetString()!,
            citation.GetProperty("attribute").GetString(),
            citation.GetProperty("basis").GetString()!,
            citation.GetProperty("rule").GetString()))];

    /// <summary>The name and the aliases.</summary>
    public static IReadOnlyList<string> Names(this DrawnFeature feature) =>
        [feature.NameZh, .. feature.Properties.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()!)];

    /// <summary>
    /// Whether a paragraph, written without blanks, names the feature; one that lists several places before a word they share
    /// (rule named-in-a-list) has the two pieces of the name in one sentence.
    /// </summary>
    public static bool IsNamedIn(this DrawnFeature feature, string text, string? rule) => feature.Names()
        .Select(name => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))))
        .Any(name => rule == "named-in-a-list"
            ? Enumerable.Range(2, name.Length - 3).Any(cut => text.Split('。', '；', '，').Any(clause =>
                clause.IndexOf(name[..cut], StringComparison.Ordinal) is >= 0 and var first && clause.IndexOf(name[cut..], first + cut, StringComparison.Ordinal) >= 0))
            : text.Contains(name, StringComparison.Ordinal));

    /// <summary>The entries of a list property (outputs, targets); none when the collection has no such property.</summary>
    public static IEnumerable<JsonElement> Entries(this DrawnFeature feature, string name) =>
        feature.Properties.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    public static string CatalogueFile(params string[] path) => Path.Combine([TopologyLayers.Folder, "..", "catalogue", .. path]);

    public static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
    }

    /// <summary>The terms of a vocabulary by their code.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Terms(string vocabulary) =>
        Read(CatalogueFile("vocabularies", vocabulary + ".json")).GetProperty("terms").EnumerateArray()
            .ToDictionary(term => term.GetProperty("code").GetString()!);
}
