using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Ogc.Counts;
using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

/// <summary>How one filter acts on collections that have different properties, and what of it can be counted from memory.</summary>
public sealed class CollectionFilterTests
{
    private static readonly PlanCatalogue Catalogue = CatalogueReader.Load(Repository.GisData);

    [Theory]
    [InlineData("industry_chain IN ('biopharma','automotive')", "industry_chain", "biopharma,automotive")]
    [InlineData("industry_chain = 'biopharma'", "industry_chain", "biopharma")]
    [InlineData("'biopharma' = industry_chain", "industry_chain", "biopharma")]
    [InlineData("(industry_chain = 'biopharma') OR (industry_chain = 'automotive')", "industry_chain", "biopharma,automotive")]
    [InlineData("horizon_from IN (2021, 2025)", "horizon_from", "2021,2025")]
    public void A_list_of_coded_values_is_what_the_parameter_would_be(string filter, string parameter, string value)
    {
        var (written, given) = (Read("projects", filter), Select("projects", (parameter, value)));
        Assert.Null(written.Condition);
        Assert.Equal(Assert.Single(given.Filters).Property, Assert.Single(written.Filters).Property);
        Assert.Equal(given.Filters[0].Values.Cast<object>(), written.Filters[0].Values.Cast<object>());
        Assert.True(new CountDimensions(written.Collection).Cover(written));
    }

    [Theory]
    [InlineData("industry_chain IN ('biopharma') AND plan_status = 'planned' AND horizon_to = 2030", 3)]
    [InlineData("(industry_chain = 'biopharma' AND (plan_status IN ('planned','existing')))", 2)]
    public void Several_are_several_filters(string filter, int number)
    {
        var selection = Read("projects", filter);
        Assert.Equal(number, selection.Filters.Count);
        Assert.True(new CountDimensions(selection.Collection).Cover(selection));
    }

    [Theory]
    [InlineData("industry_chain <> 'biopharma'")]
    [InlineData("NOT industry_chain = 'biopharma'")]
    [InlineData("industry_chain = 'biopharma' OR plan_status = 'planned'")]
    [InlineData("industry_chain = industry_cluster")]
    [InlineData("industry_chain IN ('biopharma', industry_cluster)")]
    [InlineData("CASEI(industry_chain) = 'biopharma'")]
    [InlineData("horizon_from = 2021.5")]
    [InlineData("horizon_from = 99999999999")]
    [InlineData("name_zh = '某'")]
    [InlineData("investment_cny = 5")]
    public void Anything_else_stays_a_condition(string filter)
    {
        var selection = Read("projects", filter);
        Assert.Empty(selection.Filters);
        Assert.NotNull(selection.Condition);
        Assert.False(new CountDimensions(selection.Collection).Cover(selection));
    }

    [Theory]
    [InlineData("industry_chain IN ('a','b')", "f.industry_chains && $1")]
    [InlineData("industry_chain = 'a'", "f.industry_chains && $1")]
    [InlineData("industry_chain <> 'a'", "(not (f.industry_chains && array[$1]::text[]))")]
    [InlineData("NOT industry_chain IN ('a')", "(not (f.industry_chains && array[$1]::text[]))")]
    [InlineData("industry_chain IS NULL", "(f.industry_chains is null)")]
    [InlineData("industry_cluster IN ('a','b')", "f.industry_clusters && $1")]
    [InlineData("industry_cluster <> 'a'", "(not (f.industry_clusters && array[$1]::text[]))")]
    public void A_chain_means_any_of_the_list_where_there_is_a_list(string filter, string sql) => Assert.Equal(sql, Sql(Read("parks", filter)));

    [Fact]
    public void Each_condition_acts_where_all_its_properties_are_known()
    {
        const string filter = "industry_chain = 'a' AND (road_class = 'b' OR grid IS NULL) AND plan_status = 'planned' AND name_zh LIKE '路%'";
        Assert.Equal("(f.name_zh like $1);f.industry_chain = $2;f.plan_status = $3", Shared("projects", filter).Sql);
        Assert.Equal("(f.name_zh like $1);f.industry_chains && $2;f.plan_status = $3", Shared("parks", filter).Sql);
        Assert.Equal("(((f.road_class = $1) or (f.grid is null)) and (f.name_zh like $2));f.plan_status = $3", Shared("roads", filter).Sql);
        Assert.Equal(["road_class", "grid"], Shared("projects", filter).Ignored);
        Assert.Equal(["industry_chain"], Shared("roads", filter).Ignored);
    }

    [Fact]
    public void A_condition_that_no_collection_knows_whole_acts_on_none_and_says_so()
    {
        const string filter = "industry_chain = 'a' OR road_class = 'b'";
        foreach (var (collection, ignored) in new[] { ("roads", "industry_chain"), ("projects", "road_class") })
        {
            Assert.Equal("", Shared(collection, filter).Sql);
            Assert.Equal([ignored], Shared(collection, filter).Ignored);
        }
    }

    [Theory]
    [InlineData("industry_chain LIKE 'b%'", 0)]
    [InlineData("plan_status = 'planned' AND industry_chain > 'b'", 28)]
    public void What_has_no_meaning_for_a_list_is_an_unknown_name_or_leaves_it(string filter, int offset)
    {
        var refusal = Assert.Throws<RequestException>(() => Read("parks", filter));
        Assert.Equal("filter-property-unknown", refusal.Code);
        Assert.Contains($"offset = {offset},", $"{refusal.Args}", StringComparison.Ordinal);
        Assert.Equal(["industry_chain"], Shared("parks", filter).Ignored);
    }

    [Theory]
    [InlineData("plan_status = 'planned' AND nonsense = 1", "filter-property-unknown", 28)]
    [InlineData("plan_status = 'planned' AND number = 'one'", "filter-type-mismatch", 37)]
    [InlineData("industry_chain IN ('a', 5)", "filter-type-mismatch", 24)]
    public void A_mistake_is_a_mistake_for_all(string filter, string code, int offset)
    {
        var query = Query(("filter", filter));
        var refusal = Assert.Throws<RequestException>(() => FeatureSelection.ReadShared(Catalogue.Collections, Catalogue.Collections, query));
        Assert.Equal(code, refusal.Code);
        Assert.Contains($"offset = {offset},", $"{refusal.Args}", StringComparison.Ordinal);
    }

    private static FeatureSelection Read(string collection, string filter) => Select(collection, ("filter", filter));

    private static FeatureSelection Select(string collection, params (string Name, string Value)[] parameters) =>
        FeatureSelection.Read(Catalogue.FindCollection(collection)!, Query(parameters));

    private static (string Sql, IReadOnlyList<string> Ignored) Shared(string collection, string filter)
    {
        var selection = Assert.Single(FeatureSelection.ReadShared([Catalogue.FindCollection(collection)!], Catalogue.Collections, Query(("filter", filter))));
        return (Sql(selection), selection.Ignored);
    }

    private static QueryReader Query(params (string Name, string Value)[] parameters) => QueryReader.Of(
        new QueryCollection(parameters.ToDictionary(given => given.Name, given => new StringValues(given.Value))),
        ItemQuery.Parameters(Catalogue.FindCollection("projects")!));

    private static string Sql(FeatureSelection selection)
    {
        var statement = new Statement();
        return string.Join(';', FeatureSql.Conditions(selection, statement).Concat(selection.Filters.Select(filter => filter.Condition(statement))));
    }
}
