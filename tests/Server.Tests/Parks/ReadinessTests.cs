using System.Text.Json;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;
using Xunit;

namespace SpatialPlan.Server.Tests.Parks;

/// <summary>What is known counts, what staff confirm counts with its day, and too little gives no grade.</summary>
public sealed class ReadinessTests
{
    private static readonly ReadinessRules Rules = MatchRules.Of(CatalogueReader.Load(Repository.GisData))!.Readiness!;

    [Fact]
    public void What_the_plan_lists_is_known_with_its_place_and_the_rest_is_not_stated()
    {
        var card = Card("""{"citations":[{"attribute":null,"paragraph":"fyp14-box-6-6-item-1"}],"land_area_m2":null}""");
        Assert.Equal("plan-fit", Assert.Single(card.Entries, entry => entry.State != ReadinessState.NotStated).Item.Code);
        Assert.Equal("fyp14-box-6-6-item-1", (string)card.Entries.Single(entry => entry.Citation is not null).Citation!["paragraph"]!);
        Assert.Null(card.Grade);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "C")]
    [InlineData(7, "B")]
    [InlineData(9, "A")]
    [InlineData(11, "A")]
    public void The_grade_follows_the_rule_of_the_catalogue(int confirmed, string? grade)
    {
        var items = string.Join(',', Rules.Items.Take(confirmed).Select(item => $$"""{"item":"{{item.Code}}","on":"2026-11-01","by":"staff"}"""));
        var card = Card($$"""{"citations":[],"{{Rules.Confirmed}}":[{{items}}]}""");
        Assert.Equal(grade, card.Grade);
        Assert.Equal(confirmed, card.Known);
        Assert.All(card.Entries.Take(confirmed), entry => Assert.Equal(("2026-11-01", ReadinessState.Confirmed), (entry.ConfirmedOn, entry.State)));
    }

    private static Readiness Card(string park) => Readiness.Of(Rules, JsonDocument.Parse(park).RootElement);
}
