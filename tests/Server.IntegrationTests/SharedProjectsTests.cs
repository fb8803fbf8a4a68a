using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>
/// The same cases hold for the client: client/src/features/shared-projects.test.ts. Counted by PostgreSQL, and from
/// memory as a large collection is.
/// </summary>
public sealed class SharedProjectsTests(SharedProjectsTests.Cases cases) : IClassFixture<SharedProjectsTests.Cases>
{
    private const string Projects = "/ogc/collections/projects";

    public static TheoryData<string> Shown => [.. SharedCases.Texts("projects", "shown")];

    public static TheoryData<string> Orders => [.. SharedCases.Texts("projects", "orders")];

    public static TheoryData<string, bool> Counts =>
        new(SharedCases.Texts("projects", "counts").SelectMany(entry => new[] { (entry, false), (entry, true) }));

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_project_is_shown_at_the_same_horizons(string entry)
    {
        var expected = JsonNode.Parse(entry)!;
        Assert.Equal((string)expected["codes"]!, await cases.Codes($"datetime={expected["horizon"]}"));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Projects_come_in_the_same_order(string entry)
    {
        var expected = JsonNode.Parse(entry)!;
        Assert.Equal((string)expected["codes"]!, await cases.Codes($"sortby={expected["sortby"]}"));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task Projects_are_counted_alike(string entry, bool fromMemory)
    {
        var expected = JsonNode.Parse(entry)!.AsObject();
        var filter = (string)expected["filter"]! is { Length: > 0 } text ? $"&filter={Uri.EscapeDataString(text)}" : "";
        var counted = await cases.Get($"{Projects}/facets?datetime={expected["horizon"]}{filter}", fromMemory);
        foreach (var name in new[] { "numberMatched", "placed", "unplaced", "without_horizon" })
        {
            Assert.Equal((name, (long)expected[name]!), (name, (long)counted[name]!));
        }

        foreach (var (name, counts) in expected["facets"]!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(counts, counted["facets"]![name]), $"{name}: {counted["facets"]![name]!.ToJsonString()}");
        }

        var (sum, known) = (counted["sums"]!["investment_cny"]!, expected["investment"]!);
        Assert.Equal(
            ((double?)known["sum"], (long)known["known"]!, (long)known["not_stated"]!, Parts(known)),
            ((double?)sum["sum"], (long)sum["known"]!, (long)sum["not_stated"]!, Parts(sum)));
    }

    private static string Parts(JsonNode sum) =>
        string.Join(' ', sum["of_which"]!.AsArray().Select(part => $"{part!["code"]} {(double)part["value"]!}"));

    /// <summary>A database whose only projects are those of the cases.</summary>
    public sealed class Cases(PlanDatabases databases) : IAsyncLifetime
    {
        private TestDatabase database = null!;
        private WebApplicationFactory<Program> application = null!;
        private WebApplicationFactory<Program> inMemory = null!;

        public async ValueTask InitializeAsync()
        {
            database = await databases.Loaded();
            await database.AllowRewriting("projects");
            var rows = SharedCases.Read("projects")["features"]!.ToJsonString().Replace("'", "''", StringComparison.Ordinal);
            await database.Execute($"""
                delete from feature.projects;
                insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, origin, name_zh, name_en, plan_status, industry_chain, horizon_from, horizon_to, investment_cny, placement, geom)
                select code, 1, 'approved', now(), now(), 'operator', 'x', 'plan', name_zh, name_en, plan_status, industry_chain, horizon_from, horizon_to, investment_cny,
                  case when placed then 'stated' else 'unplaced' end, case when placed then ST_SetSRID(ST_MakePoint(116.6, 35.4), 4490) end
                from jsonb_to_recordset('{rows}') as entry (code text, name_zh text, name_en text, plan_status text, industry_chain text, horizon_from integer, horizon_to integer, investment_cny double precision, placed boolean)
                """);
            application = PlanServer.Application(database.Address);
            inMemory = PlanServer.Application(database.Address, ("Plan:LargeCollection", "4"));
        }

        public async Task<JsonNode> Get(string address, bool fromMemory = false)
        {
            using var client = (fromMemory ? inMemory : application).CreateClient();
            return JsonNode.Parse(await client.GetStringAsync(address, TestContext.Current.CancellationToken))!;
        }

        public async Task<string> Codes(string query) =>
            string.Join(' ', (await Get($"{Projects}/items?{query}"))["features"]!.AsArray().Select(feature => (string)feature!["id"]!));

        public async ValueTask DisposeAsync()
        {
            await application.DisposeAsync();
            await inMemory.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
