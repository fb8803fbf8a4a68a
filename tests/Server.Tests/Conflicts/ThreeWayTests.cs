using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Conflicts;
using Xunit;

namespace SpatialPlan.Server.Tests.Conflicts;

public sealed class ThreeWayTests
{
    private static readonly CollectionDefinition Projects = CatalogueReader.Load(Repository.GisData).FindCollection("projects")!;

    [Theory]
    [InlineData("1", "1", "1", null)]
    [InlineData("1", "2", "1", "mine")]
    [InlineData("1", "1", "2", "theirs")]
    [InlineData("1", "2", "3", "both")]
    [InlineData("1", "2", "2.0", "alike")]
    [InlineData("1", null, "1", "mine")]
    [InlineData("1", null, null, "alike")]
    [InlineData(null, "[]", null, null)]
    [InlineData(null, "[]", "[\"a\"]", "theirs")]
    public void Of_a_property_it_is_said_who_has_changed_it(string? ancestor, string? mine, string? theirs, string? change)
    {
        var changed = ThreeWay.Properties(Projects, Said(ancestor), Said(mine), Said(theirs)).ToList();
        Assert.Equal(change, changed.SingleOrDefault().Change);
    }

    [Fact]
    public void What_both_have_made_has_no_ancestor() =>
        Assert.Equal([("name_zh", "alike"), ("name_en", "both")], ThreeWay.Properties(Projects, null, Names("甲", "a"), Names("甲", "b")));

    [Theory]
    [InlineData("[116.1,35.1]", "[116.1000000001,35.1]", "[116.1,35.1]", null)]
    [InlineData("[116.1,35.1]", "[116.100001,35.1]", "[116.1,35.1]", "mine")]
    [InlineData("[116.1,35.1]", "[116.2,35.1]", "[116.3,35.1]", "both")]
    public void A_place_is_the_same_to_a_tenth_of_a_millimetre(string ancestor, string mine, string theirs, string? change) =>
        Assert.Equal(change, ThreeWay.Geometry(Projects, Point(ancestor), Point(mine), Point(theirs)));

    [Fact]
    public void A_place_that_comes_or_goes_is_a_change()
    {
        Assert.Equal("mine", ThreeWay.Geometry(Projects, null, Point("[116.1,35.1]"), null));
        Assert.Equal("both", ThreeWay.Geometry(Projects, Point("[116.1,35.1]"), null, Point("[116.2,35.1]")));
    }

    private static JsonObject Said(string? value) => new() { ["investment_cny"] = value is null ? null : JsonNode.Parse(value) };

    private static JsonObject Names(string zh, string en) => new() { ["name_zh"] = zh, ["name_en"] = en };

    private static JsonObject Point(string coordinates) => new() { ["type"] = "Point", ["coordinates"] = JsonNode.Parse(coordinates) };
}
