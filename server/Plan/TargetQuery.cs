using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan;

/// <summary>Which targets are asked for, and in which form.</summary>
/// <param name="Scope">The kind of the subject, or null for all.</param>
/// <param name="Theme">A code of indicator_theme, or null for all.</param>
/// <param name="Horizon">A year, <see cref="NotStated"/> for targets without one, or null for all.</param>
/// <param name="IsTable">As CSV.</param>
public sealed record TargetQuery(string? Scope, string? Theme, string? Horizon, bool IsTable)
{
    public const string NotStated = "not-stated";

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("scope", "indicator_theme", "horizon", "f");

    private static readonly FrozenSet<string> Scopes = FrozenSet.Create("zone", "industry-cluster", "industry-chain", "feature");

    public bool IsAll => Scope is null && Theme is null && Horizon is null;

    /// <exception cref="RequestException">A parameter or its value is not known.</exception>
    public static TargetQuery Read(IQueryCollection query, PlanCatalogue catalogue)
    {
        var read = QueryReader.Of(query, Parameters, "json", "csv");
        string? Of(string parameter, Func<string, bool> isKnown) => read.Find(parameter) switch
        {
            null => null,
            { } value when isKnown(value) => value,
            { } other => throw RequestException.Malformed("value-unknown", new { parameter, value = other }),
        };
        return new TargetQuery(
            Of("scope", Scopes.Contains),
            Of("indicator_theme", code => catalogue.Vocabularies.GetValueOrDefault("indicator_theme")?.Find(code) is not null),
            Of("horizon", value => value == NotStated || (value.Length == 4 && value.All(char.IsAsciiDigit))),
            read.Find("f") is "csv");
    }

    public bool Fits(JsonObject target, PlanCatalogue catalogue) =>
        (Scope is null || (string)target["subject"]!["kind"]! == Scope)
        && (Theme is null || ThemeOf(target, catalogue) == Theme)
        && (Horizon is null || HorizonOf(target) == Horizon);

    public static string? ThemeOf(JsonObject target, PlanCatalogue catalogue) =>
        catalogue.Vocabularies.GetValueOrDefault("indicator")?.Find((string)target["indicator"]!)?.Parent;

    /// <summary>The year, or that the plan gives none.</summary>
    public static string HorizonOf(JsonObject target) =>
        target["horizon"]?.GetValue<int>().ToString(CultureInfo.InvariantCulture) ?? NotStated;
}
