using System.Text.Json.Nodes;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>What is said of one park in a row; nothing where the plan does not say.</summary>
public sealed record ComparedCell(JsonNode? Value, IReadOnlyList<JsonNode?> Citations)
{
    public static ComparedCell NotStated { get; } = new(null, []);
}

/// <summary>A row of a comparison.</summary>
/// <param name="Kind">industries, target, access, policies, readiness, fact or known of parks; property of projects; property, words, features, sum, target or policies of chains.</param>
/// <param name="Code">An indicator, an item of the readiness card, a fact, a property or a list of a panorama; null where the kind says it all.</param>
/// <param name="Horizon">The year of a target; null where it has none.</param>
/// <param name="Cells">One for each park, in their order.</param>
public sealed record ComparedRow(string Kind, string? Code, int? Horizon, IReadOnlyList<ComparedCell> Cells)
{
    public bool Differs => Cells.Skip(1).Any(cell => !JsonNode.DeepEquals(cell.Value, Cells[0].Value));
}

/// <summary>Up to four parks side by side, one row a fact.</summary>
public static class Comparison
{
    public const int Most = 4;
    private const int LongestCode = 100;

    /// <summary>The codes that are asked for, each once.</summary>
    /// <exception cref="RequestException">400: none, too many, twice the same, longer than a code is.</exception>
    public static IReadOnlyList<string> Codes(string? codes)
    {
        var asked = codes?.Split(',', Most + 1) ?? throw RequestException.Malformed("parameter-missing", new { parameter = "codes" });
        if (asked.Length > Most)
        {
            throw RequestException.Malformed("too-many-values", new { parameter = "codes", most = Most });
        }

        return asked.Any(code => code.Length > LongestCode) ? throw RequestException.Malformed("value-invalid", new { parameter = "codes", most = LongestCode })
            : asked.GroupBy(code => code).FirstOrDefault(same => same.Count() > 1) is { } twice ? throw RequestException.Malformed("value-repeated", new { parameter = "codes", value = twice.Key })
            : asked;
    }

    public static IReadOnlyList<ComparedRow> Rows(MatchRules rules, IReadOnlyList<Park> parks) =>
    [
        new("industries", null, null, [.. parks.Select(Industries)]),
        .. parks.SelectMany(park => park.Targets).Select(target => (target.Indicator, target.Horizon)).Distinct()
            .OrderBy(target => target.Indicator == "revenue" ? 0 : 1).ThenBy(target => target.Indicator, StringComparer.Ordinal).ThenBy(target => target.Horizon ?? int.MaxValue)
            .Select(target => new ComparedRow("target", target.Indicator, target.Horizon, [.. parks.Select(park => Target(park.Target(target.Indicator, target.Horizon)))])),
        new("access", null, null, [.. parks.Select(park => Access(rules, park))]),
        new("policies", null, null, [.. parks.Select(park => new ComparedCell(new JsonArray([.. park.Policies.Select(code => (JsonNode)code)]), []))]),
        .. (rules.Readiness?.Items ?? []).Select((item, place) => new ComparedRow("readiness", item.Code, null, [.. parks.Select(park => Ready(park, park.Readiness!.Entries[place]))])),


        // What an item of the readiness card is of stands there, with its value.
        .. rules.Facts.Where(fact => fact.Kind is FactKind.None or FactKind.Property && rules.Readiness?.Items.Any(item => item.Property is { } property && property == fact.Property) is not true).Select(fact => new ComparedRow("fact", fact.Code, null, [.. parks.Select(park => Known(rules, fact, park))])),
        new("known", null, null, [.. parks.Select(park => new ComparedCell(rules.Facts.Count - park.NotStated.Count, []))]),
    ];

    private static ComparedCell Industries(Park park) => park.Grounds.Count == 0 ? ComparedCell.NotStated : new(
        new JsonArray([.. park.Grounds.Select(ground => (ground.IndustryChain, ground.IndustryCluster, ground.Degree)).Distinct()
            .Select(ground => (JsonNode)new JsonObject { ["industry_chain"] = ground.IndustryChain, ["industry_cluster"] = ground.IndustryCluster, ["degree"] = ground.Degree })]),
        [.. park.Grounds.Select(ground => ground.Citation?.DeepClone())]);

    private static ComparedCell Target(Target? target) => target is null ? ComparedCell.NotStated : new(
        new JsonObject { ["value"] = target.Value, ["unit"] = target.Unit, ["comparator"] = target.Comparator }, [target.Citation?.DeepClone()]);

    private static ComparedCell Access(MatchRules rules, Park park) =>
        Criteria.Access(rules, park).Raw is { } raw ? new(raw, []) : ComparedCell.NotStated;

    private static ComparedCell Ready(Park park, ReadinessEntry entry) => entry.State == ReadinessState.NotStated ? ComparedCell.NotStated : new(
        new JsonObject { ["state"] = entry.State.ToString().ToLowerInvariant(), ["confirmed_on"] = entry.ConfirmedOn, ["value"] = Stated(park, entry.Item.Property) }, [entry.Citation?.DeepClone()]);

    private static JsonNode? Stated(Park park, string? property) =>
        property is not null && park.Properties.TryGetProperty(property, out var value) ? JsonNode.Parse(value.GetRawText()) : null;

    private static ComparedCell Known(MatchRules rules, Fact fact, Park park) =>
        park.NotStated.Contains(fact.Code) || fact.Property is null || !park.Properties.TryGetProperty(fact.Property, out var value)
            ? ComparedCell.NotStated
            : new(JsonNode.Parse(value.GetRawText()), []);
}
