using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

public sealed class ItemQueryTests
{
    private static readonly Words Title = new("题", "Title");

    private static readonly CollectionDefinition Collection = new("things", "group", 1, "Point", Title, "industry_chains",
    [
        new("code", PropertyType.String, Title, Queryable: true),
        new("plan_status", PropertyType.Code, Title, "plan_status", Queryable: true),
        new("industry_chains", PropertyType.Codes, Title, "industry_chain", Queryable: true),
        new("number", PropertyType.Integer, Title, Queryable: true),
        new("hidden", PropertyType.String, Title),
    ]);

    [Fact]
    public void Any_limit_is_kept_capped_or_refused() => Gen.Long.Sample(limit =>
    {
        if (limit < 1)
        {
            return CodeOf(("limit", $"{limit}")) == "limit-invalid";
        }

        return Read(("limit", $"{limit}")).Limit == Math.Min(limit, ItemQuery.MaximumLimit);
    });

    [Fact]
    public void Values_never_become_words_of_the_statement() => Gen.String[1, 40].Sample(value =>
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            return CodeOf(("plan_status", value)) == "parameter-empty";
        }

        var statement = new Statement();
        var filter = Assert.Single(Read(("plan_status", value)).Selection.Filters);
        return filter.Condition(statement) == (filter.Values.Length == 1 ? "f.plan_status = $1" : "f.plan_status = any($1)") && filter.Values.Cast<string>().SequenceEqual(value.Split(','));
    });

    [Fact]
    public void A_name_that_is_no_parameter_is_refused() => Gen.String[1, 20].Sample(name =>
        ItemQuery.Parameters(Collection).Contains(name) || CodeOf((name, "1")) == "parameter-unknown");

    [Theory]
    [InlineData("hidden")]
    [InlineData("Plan_Status")]
    [InlineData("geom")]
    [InlineData("Filter")]
    public void A_property_that_is_not_queryable_is_no_parameter(string name) => Assert.Equal("parameter-unknown", CodeOf((name, "1")));

    [Fact]
    public void The_chain_parameter_filters_by_the_chain_property_of_the_collection()
    {
        var filter = Assert.Single(Read(("industry_chain", "biopharma,new-energy")).Selection.Filters);
        Assert.Equal("f.industry_chains && $1", filter.Condition(new Statement()));
    }

    [Fact]
    public void Without_parameters_a_page_is_the_first_hundred()
    {
        var query = Read();
        Assert.Equal((ItemQuery.DefaultLimit, null, 0), (query.Limit, query.After, query.Selection.Filters.Count));
    }

    private static ItemQuery Read(params (string Name, string Value)[] given)
    {
        var query = new QueryCollection(given.ToDictionary(entry => entry.Name, entry => new StringValues(entry.Value)));
        return ItemQuery.Read(Collection, QueryReader.Of(query, ItemQuery.Parameters(Collection)));
    }

    private static string? CodeOf(params (string Name, string Value)[] given)
    {
        try
        {
            Read(given);
            return null;
        }
        catch (RequestException refused)
        {
            Assert.Equal(StatusCodes.Status400BadRequest, refused.Status);
            return refused.Code;
        }
    }
}
