using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What a server logs in as: staff and the public; the owner only while it sets up.</summary>
public sealed class ServerLoginTests(PlanDatabases databases)
{
    private const string Logins = "select distinct usename || ' ' || application_name from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by 1";

    [Fact]
    public async Task A_server_without_the_owner_serves_all_there_is()
    {
        await using var database = await databases.Loaded();
        await using var application = Application(database, hasOwner: false);
        using var client = application.CreateClient();
        foreach (var address in new[] { "/health/ready", "/ogc/collections/projects/items?plan_status=planned", "/ogc/collections/projects/items/project-4-1-1", "/ogc/collections/projects/facets", "/ogc/tiles/WebMercatorQuad/10/404/843", "/ogc/collections/parks/export?f=csv", "/api/search?q=园", "/api/plan/gaps", "/api/plan/policies", "/api/industries/biopharma" })
        {
            var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{address} is {answer.StatusCode}");
        }

        var logins = await database.Rows(Logins);
        Assert.Contains("spatialplan_public spatialplan-public", logins);
        Assert.Contains("spatialplan_staff spatialplan-staff", logins);
        Assert.All(logins, login => Assert.Matches("^spatialplan_(public|staff) ", login));
    }

    [Fact]
    public async Task A_server_that_sets_up_lets_go_of_the_owner()
    {
        await using var database = databases.Missing();
        await databases.Execute($"create database {database.Name}");
        await using var application = Application(database, hasOwner: true, ("Plan:MigrateAndLoadAtStart", "true"));
        using var client = application.CreateClient();
        while ((await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        // What asks here is an owner too, under the same name.
        await using var own = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Address) { ApplicationName = "test", Pooling = false }.ConnectionString);
        await own.OpenAsync(TestContext.Current.CancellationToken);
        await using var ask = new NpgsqlCommand("select count(*) from pg_stat_activity where datname = current_database() and application_name = 'spatialplan-owner'", own);
        while ((long)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/ogc/collections/projects/items", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_schema_of_before_is_told_from_a_database_that_is_away()
    {
        await using var database = databases.Missing();
        await databases.Execute($"create database {database.Name}");
        await using var application = Application(database, hasOwner: false);
        using var client = application.CreateClient();
        var answer = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Contains("\"not-migrated\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static WebApplicationFactory<Program> Application(TestDatabase database, bool hasOwner, params (string Name, string Value)[] settings) =>
        PlanServer.Application(database.Address, settings).WithWebHostBuilder(host => host.UseSetting("ConnectionStrings:Plan", hasOwner ? database.Address : ""));
}
