using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

/// <summary>A page under a box is gathered with one plan for all boxes where memory knows that this is little work.</summary>
public sealed class PageStatementsTests
{
    private static readonly CollectionDefinition Collection =
        new("things", "group", 1, "Point", new("题", "Title"), null, [new("code", PropertyType.String, new("题", "Title"), Queryable: true)]);

    [Theory]
    [InlineData(1_000_000L, 1_200L, 100, true)]
    [InlineData(10_000L, 1_000L, 100, true)]
    [InlineData(10_000L, 1_010L, 100, false)]
    [InlineData(1_000_000L, 500_000L, 100, false)]
    [InlineData(1_000_000L, 90_000L, 10_000, true)]
    [InlineData(50L, null, 100, true)]
    [InlineData(10_000L, null, 100, false)]
    [InlineData(null, 10L, 100, false)]
    public void By_what_a_box_holds_and_what_is_gone_through_otherwise(long? total, long? matched, int limit, bool isGathered) =>
        Assert.Equal(isGathered, PageStatements.IsGathered(Query(limit) with { Total = total, Matched = matched }));

    [Fact]
    public void Never_what_one_plan_is_not_good_for()
    {
        var query = Query(100) with { Total = 10_000, Matched = 10 };
        Assert.True(PageStatements.IsGathered(query));
        FeatureSelection[] others =
        [
            query.Selection with { Bbox = null },
            query.Selection with { AsOf = DateTimeOffset.UnixEpoch },
            query.Selection with { Horizon = PlanInterval.TryParse("2030") },
            query.Selection with { Filters = [new PropertyFilter(Collection.Properties[0], new[] { "thing-1" })] },
        ];
        Assert.All(others, other => Assert.False(PageStatements.IsGathered(query with { Selection = other })));
    }

    private static ItemQuery Query(int limit)
    {
        Assert.Null(Bbox.TryParse("116.6,35.4,116.62,35.42", out var bbox));
        return new ItemQuery(new FeatureSelection(Collection, bbox, null, null, []), limit, null);
    }
}
