using System.Text.Json.Nodes;
using SpatialPlan.Server.Review;
using Xunit;

namespace SpatialPlan.Server.Tests.Review;

public sealed class CheckDifferencesTests
{
    [Fact]
    public void What_appeared_went_and_changed_is_told_and_what_was_looked_at_in_vain_is_not()
    {
        var then = Answer("""{"id":"water","outcome":"no-hit"},{"id":"belt:a","outcome":"attention","value":12.50,"basis":"one"},{"id":"road:b","outcome":"attention","value":1},{"id":"park:c","outcome":"fits"}""");
        var now = Answer("""{"id":"water:d","outcome":"attention"},{"id":"belt:a","outcome":"attention","value":12.5,"basis":"other"},{"id":"park:c","outcome":"attention"},{"id":"road","outcome":"no-hit"}""");
        Assert.Equal(["water:d appeared", "park:c changed", "road:b went"], Told(CheckDifferences.Between(then, now)));
        Assert.Empty(CheckDifferences.Between(now, now));
    }

    [Fact]
    public void A_finding_is_the_same_whether_it_is_folded_into_a_row_or_not()
    {
        var folded = Answer("""{"id":"undecided:belts","outcome":"cannot-check","findings":[{"id":"belt:a","outcome":"cannot-check","value":3}]}""");
        Assert.Empty(CheckDifferences.Between(folded, Answer("""{"id":"belt:a","outcome":"cannot-check","value":3}""")));
        Assert.Equal(["belt:a went"], Told(CheckDifferences.Between(folded, Answer(""))));
    }

    private static JsonNode Answer(string findings) => JsonNode.Parse($$"""{"findings":[{{findings}}]}""")!;

    private static IEnumerable<string> Told(JsonArray differences) => differences.Select(one => $"{one!["finding"]} {one["change"]}");
}
