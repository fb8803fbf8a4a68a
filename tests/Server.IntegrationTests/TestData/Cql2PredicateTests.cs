using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.IntegrationTests.TestData;

/// <summary>Every predicate of the standard's abstract test suite, asked over HTTP: the number of features that PostGIS finds.</summary>
public sealed class Cql2PredicateTests(ConformanceServer conformance) : IClassFixture<ConformanceServer>
{
    private const int Predicates = 351;
    private const int Suspects = 3;

    private static IEnumerable<Cql2Vector> Trusted => Cql2Vectors.All.Where(vector => vector.Suspect is null);

    // Without the data set there is one case, so that something is skipped by name.
    public static TheoryData<string, string, string, int> Vectors
    {
        get
        {
            var data = new TheoryData<string, string, string, int>();
            foreach (var vector in Trusted.DefaultIfEmpty(new("", "", "", 0, null)))
            {
                data.Add(vector.Class, vector.Table, vector.Filter, vector.Count);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task A_predicate_of_the_standard_finds_what_the_standard_says(string @class, string table, string filter, int count)
    {
        ConformanceServer.SkipWithout();
        Assert.NotEmpty(@class);
        Assert.Equal(Found(count), await Ask(table, filter, "cql2-text"));
    }

    [Fact]
    public async Task The_predicates_find_the_same_when_they_come_as_json()
    {
        ConformanceServer.SkipWithout();
        foreach (var vector in Trusted.DistinctBy(vector => (vector.Table, vector.Filter)))
        {
            var json = JsonPrinter.Print(Filter.Parse(vector.Filter, FilterLanguage.Text).Value!);
            Assert.Equal((json, Found(vector.Count)), (json, await Ask(vector.Table, json, "cql2-json")));
        }
    }

    [Fact]
    public void All_predicates_are_there_but_those_whose_published_count_is_suspect()
    {
        Assert.SkipWhen(Cql2Vectors.Folder is null, Cql2Vectors.Missing);
        Assert.Equal((Predicates, Suspects), (Cql2Vectors.All.Count, Cql2Vectors.All.Count(vector => vector.Suspect is not null)));
    }

    // The table has Chișinău, Chicago and Chengdu; the suite says two for each of these.
    [Theory]
    [InlineData("ACCENTI(name) LIKE accenti('Ch%')", 3)]
    [InlineData("ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))", 1)]
    [InlineData("ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))", 1)]
    public async Task A_suspect_predicate_finds_what_stands_in_the_table(string filter, int count)
    {
        ConformanceServer.SkipWithout();
        var vector = Assert.Single(Cql2Vectors.All, vector => vector.Filter == filter);
        Assert.NotNull(vector.Suspect);
        Assert.Equal(Found(count), await Ask(vector.Table, filter, "cql2-text"));
    }

    private static string Found(int count) => $"{HttpStatusCode.OK} {count}";

    /// <summary>The status, and how many match or why the filter is refused.</summary>
    private async Task<string> Ask(string table, string filter, string language)
    {
        var response = await conformance.Server.Send($"/ogc/collections/{table}/items?limit=1&count=true&filter-lang={language}&filter={Uri.EscapeDataString(filter)}");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return $"{response.StatusCode} {answer["numberMatched"] ?? answer["code"]}";
    }
}
