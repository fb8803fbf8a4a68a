using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>No tile is stale for longer than two seconds, on any instance, with the listener or without it.</summary>
public sealed class FreshnessTests(PlanDatabases databases) : IAsyncLifetime
{
    private const string Tile = "/ogc/tiles/WebMercatorQuad/10/404/843?collections=parks";

    private readonly List<WebApplicationFactory<Program>> instances = [];

    private TestDatabase Database { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.Loaded();
        await Database.AllowRewriting("parks");
    }

    [Fact]
    public async Task Every_instance_shows_a_change_within_two_seconds()
    {
        HttpClient[] clients = [Instance(), Instance()];
        foreach (var client in clients)
        {
            Assert.DoesNotContain("新名", await Names(client));
        }

        await Rename("新名");
        await Task.WhenAll(clients.Select(client => Shows(client, "新名")));
    }

    [Fact]
    public async Task A_change_is_seen_when_the_listener_has_died()
    {
        var client = Instance();
        await Names(client);
        await Database.Execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'spatialplan-listener' and datname = current_database()");
        await Rename("又一名");
        await Shows(client, "又一名");
        await Rename("再一名");
        await Shows(client, "再一名");
    }

    [Fact]
    public async Task One_connection_of_an_instance_listens()
    {
        var client = Instance();
        await Names(client);
        await client.GetStringAsync("/api/search?q=1", TestContext.Current.CancellationToken);
        Assert.Equal(1, await Database.Ask<long>("select count(*) from pg_stat_activity where application_name = 'spatialplan-listener' and datname = current_database()"));
        Assert.Equal(0, await Database.Ask<long>("select count(*) from pg_stat_activity where application_name <> 'spatialplan-listener' and query ilike 'listen %' and datname = current_database()"));
    }

    [Fact]
    public async Task A_storm_of_writes_leaves_no_tile_behind()
    {
        var client = Instance();
        for (var round = 0; round < 40; round++)
        {
            await Rename($"第{round}名");
            await Names(client);
        }

        await Shows(client, "第39名");
    }

    [Fact]
    public async Task A_tile_that_is_known_needs_no_query()
    {
        var client = Instance();
        var first = await client.GetAsync(Tile, TestContext.Current.CancellationToken);
        await using var blocked = await Block();
        var again = await client.GetAsync(Tile, TestContext.Current.CancellationToken);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var request = new HttpRequestMessage(HttpMethod.Get, Tile.Replace("404/843", "404/844", StringComparison.Ordinal));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_tile_that_takes_too_long_is_503_after_five_seconds()
    {
        var client = Instance();
        await Names(client);
        await using var blocked = await Block();
        var clock = Stopwatch.StartNew();
        var response = await client.GetAsync(Tile.Replace("10/404/843", "11/808/1687", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.InRange(clock.Elapsed.TotalSeconds, 4, 8);
    }

    [Fact]
    public async Task When_all_who_asked_have_gone_the_query_is_cancelled()
    {
        var client = Instance();
        await Names(client);
        await using var blocked = await Block();
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(Tile.Replace("10/404/843", "11/808/1687", StringComparison.Ordinal), leaving.Token));
        var clock = Stopwatch.StartNew();
        while (await Database.Ask<long>("select count(*) from pg_stat_activity where datname = current_database() and application_name = 'spatialplan-tiles' and wait_event_type = 'Lock'") > 0)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), "the query still waits");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_thousand_clients_on_a_cold_tile_are_one_query()
    {
        var client = Instance();
        await Names(client);
        await using var blocked = await Block();
        var cold = Tile.Replace("10/404/843", "11/808/1687", StringComparison.Ordinal);
        var crowd = Enumerable.Range(0, 1000).Select(_ => client.GetAsync(cold, TestContext.Current.CancellationToken)).ToList();
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.Equal(1, await Database.Ask<long>("select count(*) from pg_stat_activity where datname = current_database() and application_name = 'spatialplan-tiles' and wait_event_type = 'Lock'"));
        await blocked.DisposeAsync();
        var answers = await Task.WhenAll(crowd);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK, answer.StatusCode.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        await Database.DisposeAsync();
    }

    private HttpClient Instance()
    {
        instances.Add(PlanServer.Application(Database.Address));
        return instances[^1].CreateClient();
    }

    private Task Rename(string name) => Database.Execute($"begin; update feature.parks set name_zh = '{name}' where code = 'park-2'; select plan.raise_revision(); commit");

    private static async Task<IReadOnlyList<string>> Names(HttpClient client) =>
        [.. (await ScaledPlan.Layer(client, Tile, "parks")).Select(park => (string)park.Properties["name_zh"])];

    private static async Task Shows(HttpClient client, string name)
    {
        var clock = Stopwatch.StartNew();
        while (!(await Names(client)).Contains(name))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{name} is not there after {clock.Elapsed}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Nobody reads the parks until this is disposed of.</summary>
    private async Task<NpgsqlConnection> Block()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.Address) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table feature.parks in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
