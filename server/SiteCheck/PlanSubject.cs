using System.Text.Json;
using SpatialPlan.Server.SiteCheck.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>A published feature that rules look at.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Code">Its code.</param>
/// <param name="Version">Its version: the same version is the same feature.</param>
/// <param name="Properties">Its properties as they are published.</param>
/// <param name="Shape">The geometry of its corridor for each rule; null where it is not drawn.</param>
public sealed record PlanSubject(string Collection, string Code, int Version, JsonElement Properties, PlanGeometry? Shape)
{
    public string NameZh => Text("name_zh") ?? Code;

    public string? NameEn => Text("name_en");

    public string? Placement => Text("placement");

    public double? AccuracyM => Number("accuracy_m");

    public JsonElement? Citations => Find("citations");

    public string? Text(string property) => Find(property) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public double? Number(string property) => Find(property) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public IEnumerable<string> Codes(string property) =>
        Find(property) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!) : [];

    public JsonElement? Find(string property) =>
        Properties.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
