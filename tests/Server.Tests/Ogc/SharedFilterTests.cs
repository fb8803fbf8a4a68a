using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Ogc;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

/// <summary>The same cases hold for the client: client/src/filter/shared-filters.test.ts.</summary>
public sealed class SharedFilterTests
{
    private static readonly CollectionDefinition Projects = CatalogueReader.Load(Repository.GisData).FindCollection("projects")!;

    public static TheoryData<string> Filters => [.. SharedCases.Texts("filters", "filters")];

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_has_the_same_conditions_and_names(string entry)
    {
        var expected = JsonNode.Parse(entry)!;
        var read = Filter.Parse((string)expected["text"]!, FilterLanguage.Text);
        if (expected["isRefused"] is not null)
        {
            Assert.False(read.Succeeded);
            return;
        }

        var conditions = Conjuncts.Of(read.Value!).ToList();
        Assert.Equal(Texts(expected["conditions"]).Select(Parse), conditions);
        Assert.Equal(Texts(expected["names"]), Conjuncts.Names(read.Value!).Select(name => name.Name).Distinct());
        var coded = conditions.Select(condition => CodedCondition.Of(condition, Projects)).OfType<PropertyFilter>().ToList();
        foreach (var dimension in new[] { "industry_chain", "plan_status" })
        {
            if (Texts(expected[dimension]) is { Count: > 0 } codes)
            {
                Assert.Contains(coded, filter => filter.Property.Name == dimension && ((string[])filter.Values).Distinct().SequenceEqual(codes));
            }
        }

        Assert.Equal((string)expected["rest"]! is { Length: > 0 } rest ? [.. Conjuncts.Of(Parse(rest))] : [], conditions.Where(condition => !IsClicked(condition, expected)));
    }

    /// <summary>The first condition of a dimension that is a list of its known codes.</summary>
    private static bool IsClicked(Expression condition, JsonNode expected) =>
        condition is Operation { Arguments: [PropertyName name, ..] }
        && CodedCondition.Of(condition, Projects) is { Values: string[] values }
        && Texts(expected[name.Name]) is { Count: > 0 } codes && values.Distinct().SequenceEqual(codes);

    private static Expression Parse(string text) => Filter.Parse(text, FilterLanguage.Text).Value!;

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. list?.AsArray().Select(text => (string)text!) ?? []];
}
