using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Hosting;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Whoever loads a package with another catalogue, a running server serves it from then on, and never one under the revision of the other.</summary>
public sealed class CatalogueChangeTests(PlanDatabases databases)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Another_catalogue_is_served_without_a_restart_and_no_answer_mixes_the_two()
    {
        await using var database = await databases.Loaded();
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        var first = await Ask(client, "/api/catalogue");
        using var package = new TestPackage();
        package.EditCatalogue("layers.json", layers => layers["collections"]!.AsArray().Add(JsonNode.Parse("""
            { "id": "beacons", "group": "services", "order": 90, "geometry_type": "Point", "title": { "zh": "灯标", "en": "Beacons" }, "short": { "zh": "灯标", "en": "Beacons" }, "properties": [] }
            """)));
        package.Add("beacons", "beacon-1", TestPackage.Point(116.6, 35.4));

        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Read(client, stop.Token)).ToList();
        await database.Load(package.Write());
        var hash = await database.Ask<string>("select catalogue from plan.revision");
        await Until(async () => (string)(await Ask(client, "/api/catalogue"))["hash"]! == hash);
        await Until(async () => (await Ask(client, "/ogc/collections"))["collections"]!.AsArray().Any(collection => (string)collection!["id"]! == "beacons"));
        await stop.CancelAsync();

        var seen = (await Task.WhenAll(readers)).SelectMany(answers => answers).ToHashSet();
        Assert.All(seen, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.All(seen.GroupBy(answer => answer.Tag), same => Assert.Single(same.Select(answer => answer.Collections).Distinct()));

        Assert.NotEqual((string)first["hash"]!, hash);
        Assert.Equal("beacon-1", (string)(await Ask(client, "/ogc/collections/beacons/items"))["features"]![0]!["id"]!);
    }

    [Fact]
    public async Task Before_the_first_load_a_server_says_what_is_missing_and_serves_what_is_loaded_then()
    {
        await using var database = await databases.Migrated();
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        foreach (var address in new[] { "/ogc", "/ogc/collections", "/ogc/tiles/WebMercatorQuad/10/403/843", "/api/catalogue", "/api/search?q=x", "/api/plan/targets" })
        {
            var refused = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.ServiceUnavailable), (address, refused.StatusCode));
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("\"not-loaded\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/client-config", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);

        await database.Load(Repository.GisData);
        await Until(async () => (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.OK);
        Assert.Equal(12, (await Ask(client, "/ogc/collections/parks/items"))["features"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_lies_in_the_folder_of_the_server_is_not_what_it_serves()
    {
        await using var database = await databases.Loaded();
        await using var application = PlanServer.Application(database.Address, ("Plan:GisData", Path.GetTempPath()));
        using var client = application.CreateClient();
        Assert.Equal(await database.Ask<string>("select catalogue from plan.revision"), (string)(await Ask(client, "/api/catalogue"))["hash"]!);
    }

    /// <summary>A load that changes features alone leaves the application as it is: nothing that it holds in memory is built again.</summary>
    [Fact]
    public async Task The_same_catalogue_keeps_the_application()
    {
        await using var database = await databases.Loaded();
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        await Ask(client, "/ogc/collections");
        var before = application.Services.GetRequiredService<ApplicationSwitch>().Current;
        using var package = new TestPackage();
        package.AddProject("project-test-1");
        await database.Load(package.Write());
        var revision = await database.Ask<long>("select value from plan.revision");
        await Until(async () => (long)(await Ask(client, "/api/catalogue"))["revision"]! >= revision);
        Assert.Same(before, application.Services.GetRequiredService<ApplicationSwitch>().Current);
    }

    /// <summary>Asks for the collections until it is told to stop: what each tag stood for.</summary>
    private static async Task<HashSet<(HttpStatusCode Status, string? Tag, string Collections)>> Read(HttpClient client, CancellationToken stop)
    {
        var seen = new HashSet<(HttpStatusCode, string?, string)>();
        while (!stop.IsCancellationRequested)
        {
            var answer = await client.GetAsync("/ogc/collections", TestContext.Current.CancellationToken);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            seen.Add((answer.StatusCode, answer.Headers.ETag?.Tag, string.Join(' ', (body["collections"] as JsonArray ?? []).Select(entry => (string)entry!["id"]!))));
        }

        return seen;
    }

    private static async Task<JsonNode> Ask(HttpClient client, string address) =>
        JsonNode.Parse(await client.GetStringAsync(address, TestContext.Current.CancellationToken))!;

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var end = DateTime.UtcNow + Patience; !await isSo(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(DateTime.UtcNow < end, "it did not happen in time");
        }
    }
}
