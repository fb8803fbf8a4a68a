using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Every predicate of the standard's abstract test suite, from text to the number of rows that PostGIS finds.</summary>
public sealed class Cql2ConformanceTests(Cql2TestTables tables) : IClassFixture<Cql2TestTables>
{
    private const int Predicates = 351;
    private const int Suspects = 3;

    // Without the data set there is one case, so that something is skipped by name.
    public static TheoryData<string, string, string, int> Vectors
    {
        get
        {
            var data = new TheoryData<string, string, string, int>();
            foreach (var vector in Cql2Vectors.All.Where(vector => vector.Suspect is null).DefaultIfEmpty(new("", "", "", 0, null)))
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
        Assert.SkipWhen(Cql2Vectors.Folder is null, Cql2Vectors.Missing);
        Assert.NotEmpty(@class);
        Assert.Equal(count, await Count(table, filter, FilterLanguage.Text));
    }

    [Fact]
    public async Task The_predicates_find_the_same_when_they_come_as_json()
    {
        Assert.SkipWhen(Cql2Vectors.Folder is null, Cql2Vectors.Missing);
        foreach (var vector in Cql2Vectors.All.Where(vector => vector.Suspect is null).DistinctBy(vector => (vector.Table, vector.Filter)))
        {
            var json = JsonPrinter.Print(Filter.Parse(vector.Filter, FilterLanguage.Text).Value!);
            Assert.Equal((json, vector.Count), (json, await Count(vector.Table, json, FilterLanguage.Json)));
        }
    }

    [Fact]
    public void All_predicates_are_there_but_those_whose_published_count_is_suspect()
    {
        Assert.SkipWhen(Cql2Vectors.Folder is null, Cql2Vectors.Missing);
        Assert.Equal(Predicates, Cql2Vectors.All.Count);
        Assert.Equal(Suspects, Cql2Vectors.All.Count(vector => vector.Suspect is not null));
    }

    // The table has Chișinău, Chicago and Chengdu; the suite says two for each of these.
    [Theory]
    [InlineData("ACCENTI(name) LIKE accenti('Ch%')", 3)]
    [InlineData("ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))", 1)]
    [InlineData("ACCENTI(CASEI(name)) LIKE accenti(casei('cHis%'))", 1)]
    public async Task A_suspect_predicate_finds_what_stands_in_the_table(string filter, int count)
    {
        Assert.SkipWhen(Cql2Vectors.Folder is null, Cql2Vectors.Missing);
        var vector = Assert.Single(Cql2Vectors.All, vector => vector.Filter == filter);
        Assert.NotNull(vector.Suspect);
        Assert.Equal(count, await Count(vector.Table, filter, FilterLanguage.Text));
    }

    private async Task<int> Count(string table, string text, FilterLanguage language)
    {
        var filter = Filter.Read(text, language, tables.Find(table)!);
        Assert.True(filter.Succeeded, $"{filter.Error}: {text}");
        var statement = new Statement();
        statement.Append($"select count(*) from \"{table}\" f where {filter.Value.Sql(statement.Parameter)}");
        await using var command = statement.Command(tables.Database.Database.Plan);
        return (int)(long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
