using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Parks;

public enum ReadinessKind
{
    /// <summary>Known because the plan lists the park.</summary>
    Listed,

    /// <summary>Known where the property has a value.</summary>
    Property,

    /// <summary>Only staff can say.</summary>
    None,
}

/// <summary>What a buyer of land asks of a site.</summary>
public sealed record ReadinessItem(string Code, ReadinessKind Kind, string Zh, string En, string? Ja, string? Ko, string? Property);

/// <summary>A grade and from how many known items it is given.</summary>
public sealed record ReadinessGrade(string Code, int Least);

/// <summary>
/// The card in the manner of 标准地: its items, its grades (best first) and its rule in words. Confirmed is the property that
/// lists what staff have confirmed: <c>[{item, on, by}]</c>.
/// </summary>
public sealed record ReadinessRules(
    string Confirmed, int LeastKnown, string RuleZh, string RuleEn, string? RuleJa, string? RuleKo, IReadOnlyList<ReadinessGrade> Grades, IReadOnlyList<ReadinessItem> Items);

public enum ReadinessState
{
    NotStated,
    Known,
    Confirmed,
}

/// <summary>What is known of an item of a park.</summary>
/// <param name="Item">The item.</param>
/// <param name="State">Stated by the plan, confirmed by staff, or neither.</param>
/// <param name="ConfirmedOn">The day of the confirmation; null unless staff confirmed it.</param>
/// <param name="Citation">Where the plan says it; null unless it does.</param>
public sealed record ReadinessEntry(ReadinessItem Item, ReadinessState State, string? ConfirmedOn, JsonNode? Citation);

/// <summary>The readiness of a park. What is not known is neither ready nor unready.</summary>
public sealed record Readiness(IReadOnlyList<ReadinessEntry> Entries, string? Grade)
{
    public int Known => Entries.Count(entry => entry.State != ReadinessState.NotStated);

    public static Readiness Of(ReadinessRules rules, JsonElement park)
    {
        var confirmed = Confirmations(rules, park);
        var entries = rules.Items.Select(item => confirmed.TryGetValue(item.Code, out var on)
            ? new ReadinessEntry(item, ReadinessState.Confirmed, on, null)
            : Stated(item, park) is { IsKnown: true } stated
                ? new ReadinessEntry(item, ReadinessState.Known, null, stated.Citation)
                : new ReadinessEntry(item, ReadinessState.NotStated, null, null)).ToList();
        var readiness = new Readiness(entries, null);
        return readiness.Known < rules.LeastKnown ? readiness : readiness with { Grade = rules.Grades.FirstOrDefault(grade => readiness.Known >= grade.Least)?.Code };
    }

    private static (bool IsKnown, JsonNode? Citation) Stated(ReadinessItem item, JsonElement park) => item.Kind switch
    {
        ReadinessKind.Listed => (Citation(park, null) is { }, Citation(park, null)),
        ReadinessKind.Property => (park.TryGetProperty(item.Property!, out var value) && value.ValueKind != JsonValueKind.Null, Citation(park, item.Property)),
        _ => (false, null),
    };

    private static JsonNode? Citation(JsonElement park, string? attribute) =>
        park.TryGetProperty("citations", out var citations) && citations.ValueKind == JsonValueKind.Array
            ? citations.EnumerateArray().Where(citation => citation.GetProperty("attribute").GetString() == attribute).Select(citation => JsonNode.Parse(citation.GetRawText())).FirstOrDefault()
            : null;

    private static Dictionary<string, string> Confirmations(ReadinessRules rules, JsonElement park) =>
        park.TryGetProperty(rules.Confirmed, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().GroupBy(entry => entry.GetProperty("item").GetString()!).ToDictionary(same => same.Key, same => same.Max(entry => entry.GetProperty("on").GetString()!)!)
            : [];
}
