using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Live while the process answers; ready when migrated, loaded and the database answers.</summary>
public sealed class HealthTests(PlanDatabases databases)
{
    [Fact]
    public async Task A_loaded_database_is_ready()
    {
        await using var database = await databases.Loaded();
        await using var application = PlanServer.Application(database.Address);
        Assert.Equal((HttpStatusCode.OK, "ready"), await Ask(application.CreateClient(), "/health/ready", "status"));
    }

    [Fact]
    public async Task A_database_without_the_plan_is_not_ready()
    {
        await using var database = await databases.Migrated();
        await using var application = PlanServer.Application(database.Address);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not-loaded"), await Ask(application.CreateClient(), "/health/ready", "code"));
    }

    [Fact]
    public async Task A_database_that_was_never_migrated_is_not_ready()
    {
        await using var database = databases.Missing();
        await databases.Execute($"create database {database.Name}");
        await using var application = PlanServer.Application(database.Address);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not-migrated"), await Ask(application.CreateClient(), "/health/ready", "code"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database-not-ready"), await Ask(application.CreateClient(), "/ogc/collections/parks/items", "code"));
    }

    [Fact]
    public async Task The_process_starts_without_its_database_and_sets_it_up_when_it_comes()
    {
        await using var database = databases.Missing();
        await using var application = PlanServer.Application(database.Address, ("Plan:MigrateAndLoadAtStart", "true"));
        var client = application.CreateClient();
        Assert.Equal((HttpStatusCode.OK, "live"), await Ask(client, "/health/live", "status"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Ask(client, "/health/ready", "code")).Status);

        await databases.Execute($"create database {database.Name}");
        await Until(async () => (await Ask(client, "/health/ready", "status")).Status == HttpStatusCode.OK);
        Assert.Equal(12, JsonNode.Parse(await client.GetStringAsync("/ogc/collections/parks/items", TestContext.Current.CancellationToken))!["features"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_server_that_nobody_listens_on_is_503_with_a_time_to_try_again()
    {
        await using var application = PlanServer.Application("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");
        var client = application.CreateClient();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database-away"), await Ask(client, "/health/ready", "code"));
        var response = await client.GetAsync("/ogc/collections/parks/items", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_database_that_goes_away_and_comes_back_is_found_again()
    {
        await using var database = await databases.Loaded();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/health/ready", "status")).Status);

        await databases.Execute($"alter database {database.Name} allow_connections false");
        await databases.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database.Name}'");
        await Until(async () => (await Ask(client, "/ogc/collections/parks/items?limit=1", "code")) == (HttpStatusCode.ServiceUnavailable, "database-away"));
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, "/health/live", "status")).Status);

        await databases.Execute($"alter database {database.Name} allow_connections true");
        await Until(async () => (await Ask(client, "/health/ready", "status")).Status == HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode Status, string? Word)> Ask(HttpClient client, string address, string member)
    {
        var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, body?[member]?.ToString());
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (!await isSo())
        {
            Assert.True(DateTime.UtcNow < deadline, "it did not happen within a minute");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
