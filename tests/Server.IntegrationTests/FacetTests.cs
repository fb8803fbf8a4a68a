using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Facets agree with plain SQL, and each ignores its own filter.</summary>
public sealed class FacetTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Facets = "/ogc/collections/projects/facets";

    [Fact]
    public async Task Each_facet_ignores_its_own_filter()
    {
        var answer = await server.Get($"{Facets}?industry_chain=construction-machinery&plan_status=planned");
        Assert.Equal(await Counts("industry_chain", "plan_status = 'planned'"), Text(answer["facets"]!["industry_chain"]!));
        Assert.Equal(await Counts("plan_status", "industry_chain = 'construction-machinery'"), Text(answer["facets"]!["plan_status"]!));
        Assert.Equal(await Counts("placement", "industry_chain = 'construction-machinery' and plan_status = 'planned'"), Text(answer["facets"]!["placement"]!));
    }

    [Fact]
    public async Task Totals_agree_with_the_items()
    {
        foreach (var filter in new[] { "", "?industry_chain=biopharma", "?placement=unplaced,inferred&datetime=2025", "?bbox=116.6,35.4,116.7,35.5&plan_status=planned,proposed" })
        {
            var answer = await server.Get(Facets + filter);
            var items = await server.Codes($"/ogc/collections/projects/items{filter}{(filter.Length == 0 ? "?" : "&")}limit=10000");
            Assert.Equal((filter, items.Count), (filter, (int)answer["numberMatched"]!));
            Assert.Equal(items.Count, (int)answer["placed"]! + (int)answer["unplaced"]!);
        }
    }

    [Fact]
    public async Task A_sum_says_what_is_known_and_what_alone_makes_more_than_half()
    {
        var sum = (await server.Get($"{Facets}?industry_chain=construction-machinery"))["sums"]!["investment_cny"]!;
        Assert.Equal(
            await server.Database.Ask<double>("select sum(investment_cny) from published.projects where industry_chain = 'construction-machinery'"),
            (double)sum["sum"]!);
        Assert.Equal("""[{"code":"project-4-1-1","value":100000000000}]""", sum["of_which"]!.ToJsonString());
        Assert.Equal((8, 0), ((int)sum["known"]!, (int)sum["not_stated"]!));
    }

    [Fact]
    public async Task A_sum_of_nothing_is_null_not_zero()
    {
        var sum = (await server.Get($"{Facets}?code=nothing"))["sums"]!["investment_cny"]!;
        Assert.Null(sum["sum"]);
        Assert.Equal(0, (int)sum["known"]!);
    }

    [Fact]
    public async Task What_has_no_year_is_counted()
    {
        var answer = await server.Get(Facets);
        Assert.Equal(
            await server.Database.Ask<long>("select count(*) from published.projects where horizon_from is null and horizon_to is null"),
            (long)answer["without_horizon"]!);
    }

    [Fact]
    public async Task A_feature_with_several_chains_counts_in_each()
    {
        var chains = (await server.Get("/ogc/collections/parks/facets"))["facets"]!["industry_chains"]!;
        Assert.Equal(
            await server.Database.Rows("select chain || ' ' || count(*) from published.parks, unnest(industry_chains) chain group by chain order by chain"),
            Text(chains));
    }

    [Fact]
    public async Task Every_collection_has_facets()
    {
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var answer = await server.Get($"/ogc/collections/{collection!["id"]}/facets?datetime=2025&bbox=116,35,117,36");
            Assert.NotNull(answer["facets"]!["plan_status"]);
        }
    }

    private Task<IReadOnlyList<string>> Counts(string property, string condition) =>
        server.Database.Rows($"select {property} || ' ' || count(*) from published.projects where {condition} and {property} is not null group by {property} order by {property}");

    private static IReadOnlyList<string> Text(JsonNode facet) => [.. facet.AsObject().Select(entry => $"{entry.Key} {entry.Value}")];
}
