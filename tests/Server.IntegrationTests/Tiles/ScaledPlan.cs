using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>
/// The plan with three thousand more projects around the zone, before two servers: one for which that is a large
/// collection, counted from its index, and one for which it is not, which asks PostgreSQL everything.
/// </summary>
public sealed class ScaledPlan(PlanDatabases databases) : IAsyncLifetime
{
    public const int Points = 3000;

    private WebApplicationFactory<Program> counting = null!;
    private WebApplicationFactory<Program> asking = null!;

    public TestDatabase Database { get; private set; } = null!;

    public HttpClient Counting { get; private set; } = null!;

    public HttpClient Asking { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.Loaded();
        await Database.Execute(Insert(1, Points));
        counting = PlanServer.Application(Database.Address, ("Plan:LargeCollection", "500"));
        asking = PlanServer.Application(Database.Address, ("Plan:LargeCollection", "1000000"));
        (Counting, Asking) = (counting.CreateClient(), asking.CreateClient());
    }

    public Task<TestDatabase> Clone() => databases.Loaded();

    /// <summary>Points whose every property follows from their number; one in a hundred is nowhere.</summary>
    public static string Insert(int from, int to) => $"""
        begin;
        insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis,
          placement, horizon_from, horizon_to, industry_chain, industry_cluster, investment_cny, geom)
        select 'many-' || i, 1, 'approved', now(), now(), 'operator', 'test', '测试' || i, 'import',
          (array['existing', 'planned', 'proposed'])[1 + i % 3], 'derived',
          case when i % 100 = 0 then 'unplaced' when i % 2 = 0 then 'surveyed' else 'stated' end,
          (array[null, 2021, 2025])[1 + i % 7 % 3], (array[null, 2030])[1 + i % 5 % 2],
          chain.code, chain.parent, case when i % 4 > 0 then i * 10000.0 end,
          case when i % 100 > 0 then ST_SetSRID(ST_MakePoint(116.4 + (i * 7919::bigint % 10007) / 10007.0 * 0.5, 35.2 + (i * 104729::bigint % 10009) / 10009.0 * 0.4), 4490) end
        from generate_series({from}, {to}) i
        left join (select code, parent, row_number() over (order by code) as place from catalogue.industry_chain) chain on chain.place = i % 12;
        select plan.raise_revision();
        commit
        """;

    public static async Task<JsonNode> Json(HttpClient client, string address)
    {
        var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address} answered {response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public static async Task<IReadOnlyList<TileFeature>> Layer(HttpClient client, string address, string layer = "projects")
    {
        var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address} answered {response.StatusCode}");
        return VectorTile.Read(bytes).GetValueOrDefault(layer) ?? [];
    }

    public async ValueTask DisposeAsync()
    {
        await counting.DisposeAsync();
        await asking.DisposeAsync();
        await Database.DisposeAsync();
    }
}
