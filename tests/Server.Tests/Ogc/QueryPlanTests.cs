using SpatialPlan.Server.Ogc;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

/// <summary>What EXPLAIN says decides how a page is read.</summary>
public class QueryPlanTests
{
    private const string Written = """{"Node Type": "Result", "Parent Relationship": "SubPlan", "Total Cost": 90000, "Filter": "x"}""";

    [Theory]
    [InlineData("""{"Node Type": "Index Scan", "Total Cost": 9000, "Index Cond": "(plan_status = 'planned')"}""", QueryPlanKind.Bounded)]
    [InlineData("""{"Node Type": "Index Scan", "Total Cost": 9000, "Filter": "(investment_cny > 5.1e8)"}""", QueryPlanKind.Walking)]
    [InlineData("""{"Node Type": "Index Scan", "Total Cost": 900, "Filter": "(investment_cny > 5.1e8)"}""", QueryPlanKind.Bounded)]
    [InlineData("""{"Node Type": "Sort", "Total Cost": 9000, "Plans": [{"Node Type": "Seq Scan", "Total Cost": 9000, "Filter": "(investment_cny > 5.1e8)"}]}""", QueryPlanKind.Gathering)]
    [InlineData("""{"Node Type": "Incremental Sort", "Total Cost": 9000, "Plans": [{"Node Type": "Index Scan", "Total Cost": 9000}]}""", QueryPlanKind.SortingEquals)]
    public void How_a_plan_finds_the_first_rows(string node, object kind) =>
        Assert.Equal(kind, QueryPlan.KindOf($$"""[ { "Plan": { "Node Type": "Limit", "Total Cost": 10, "Plans": [ {{node}}, {{Written}} ] } } ]""", harmless: 1000));
}
