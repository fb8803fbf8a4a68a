namespace SpatialPlan.Server.Parks;

/// <summary>A target of money for each mu of the park, as 标准地 asks for it.</summary>
/// <param name="Target">The target as the plan sets it.</param>
/// <param name="Value">Yuan for each mu.</param>
public sealed record PerMu(Target Target, decimal Value)
{
    /// <summary>15 mu are a hectare.</summary>
    private const decimal SquareMetres = 10_000m / 15;

    private const string Money = "CNY";

    /// <summary>One for each target in yuan; null where the plan does not state the area, or states none.</summary>
    public static IReadOnlyList<PerMu>? Of(Park park, string? areaProperty) =>
        areaProperty is not null && park.Properties.TryGetProperty(areaProperty, out var area) && area.ValueKind == System.Text.Json.JsonValueKind.Number && area.GetDecimal() is > 0 and var metres
            ? [.. park.Targets.Where(target => target.Unit == Money).Select(target => new PerMu(target, target.Value / metres * SquareMetres))]
            : null;
}
