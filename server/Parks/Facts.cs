using System.Text.Json;

namespace SpatialPlan.Server.Parks;

/// <summary>Which of the facts of the catalogue are known of a park.</summary>
public static class Facts
{
    public static IEnumerable<string> NotStated(MatchRules rules, Park park) => rules.Facts.Where(fact => !IsKnown(fact, park)).Select(fact => fact.Code);

    private static bool IsKnown(Fact fact, Park park) => fact.Kind switch
    {
        FactKind.Grounds => park.Grounds.Count > 0,
        FactKind.Target => park.Targets.Any(target => target.Indicator == fact.Indicator && (fact.Horizon is null || target.Horizon == fact.Horizon)),
        FactKind.Place => park.IsPlaced,
        FactKind.Property => park.Properties.TryGetProperty(fact.Property!, out var value) && value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.GetString() == "not-stated"),
        _ => false,
    };
}
