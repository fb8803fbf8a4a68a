using System.Text.Json;
using SpatialPlan.Server.Parks;
using Xunit;

namespace SpatialPlan.Server.Tests.Parks;

/// <summary>Figures for each mu: only where the plan states both numbers.</summary>
public sealed class PerMuTests
{
    [Theory]
    [InlineData("""{"area": null}""")]
    [InlineData("{}")]
    [InlineData("""{"area": 0}""")]
    [InlineData("""{"area": "large"}""")]
    public void Without_an_area_nothing_is_said(string properties) => Assert.Null(PerMu.Of(Park(properties, Money(100)), "area"));

    [Fact]
    public void A_catalogue_without_an_area_says_nothing_either() => Assert.Null(PerMu.Of(Park("""{"area": 10000}""", Money(100)), null));

    [Fact]
    public void A_target_is_divided_by_the_mu_of_the_area() =>
        Assert.Equal([200_000m, 0m], PerMu.Of(Park("""{"area": 10000}""", Money(3_000_000), Money(0), new Target("people", 2025, "eq", 7, "person", null)), "area")!.Select(one => decimal.Round(one.Value, 6)));

    [Fact]
    public void An_area_without_a_target_of_money_gives_an_empty_list() => Assert.Empty(PerMu.Of(Park("""{"area": 10000}"""), "area")!);

    private static Target Money(decimal value) => new("revenue", 2025, "eq", value, "CNY", null);

    private static Park Park(string properties, params Target[] targets)
    {
        using var document = JsonDocument.Parse(properties);
        return new Park("park", "园区", "Park", [], null, false, [], targets, [], null, document.RootElement.Clone());
    }
}
