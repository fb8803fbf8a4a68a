using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SpatialPlan.Server.Export;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>A job is bounded, and leaves nothing behind.</summary>
public sealed class ExportJobTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Without_GDAL_the_answer_is_503_and_what_needs_none_still_works()
    {
        await using var application = PlanServer.Application(server.Database.Address).WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton(new GdalProcess(NullLogger<GdalProcess>.Instance, "no-such-ogr2ogr"))));
        using var client = application.CreateClient();
        var response = await client.GetAsync("/ogc/collections/parks/export?f=gpkg", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"gdal-missing\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/ogc/collections/parks/export?f=csv", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Whoever_leaves_ends_the_process_and_its_folder()
    {
        using var folder = JobFolder.Create();
        var program = folder.File("slow");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho $$ > pid\nsleep 300\n", TestContext.Current.CancellationToken);
        await Gdal.Run("chmod", ["+x", program]);
        using var leaving = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var run = new GdalProcess(NullLogger<GdalProcess>.Instance, program).Run([], folder, leaving.Token);
        while (!File.Exists(folder.File("pid")) || (await File.ReadAllTextAsync(folder.File("pid"), TestContext.Current.CancellationToken)).Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var pid = int.Parse(await File.ReadAllTextAsync(folder.File("pid"), TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
        Assert.False(Directory.Exists($"/proc/{pid}"));
        folder.Dispose();
        Assert.False(Directory.Exists(folder.FullName));
    }

    [Theory]
    [InlineData("export?f=geojson", "spatialplan-bulk")]
    [InlineData("items?limit=10000&sortby=-name_zh", "spatialplan-public")]
    [InlineData("items?limit=10000&filter=NOT%20name_zh%20%3D%20'x'", "spatialplan-filtered")]
    public async Task A_reader_who_leaves_a_long_stream_stops_the_query(string resource, string pool)
    {
        await using var database = await server.Clone();
        await database.Execute("""
            insert into feature.hubs (code, version, review_state, recorded_from, approved_at, recorded_by, name_zh, aliases, origin, plan_status, placement, geom)
            select 'hub-many-' || n, 1, 'approved', now(), now(), 'tester', '名' || n, array[repeat('名', 1500)], 'staff', 'planned', 'stated', ST_SetSRID(ST_MakePoint(116.6 + n * 1e-6, 35.4), 4490)
            from generate_series(1, 11000) n
            """);
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        using (var response = await client.GetAsync($"/ogc/collections/hubs/{resource}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await body.ReadExactlyAsync(new byte[1000], TestContext.Current.CancellationToken);
            Assert.Equal(1, await Running());
        }

        var clock = Stopwatch.StartNew();
        while (await Running() > 0)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), "the query still runs");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Task<long> Running() => database.Ask<long>(
            $"select count(*) from pg_stat_activity where datname = '{database.Name}' and application_name = '{pool}' and state <> 'idle' and query like '%\"type\":\"Feature\"%published.hubs%'");
    }

    [Fact]
    public async Task More_than_wait_are_asked_to_come_back()
    {
        using var turns = new ExportTurns(atOnce: 1, waiting: 1);
        var first = await turns.Take(TestContext.Current.CancellationToken);
        var second = turns.Take(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<Web.RequestException>(() => turns.Take(TestContext.Current.CancellationToken));
        Assert.Equal((429, "too-many-exports"), (refused.Status, refused.Code));
        first.Dispose();
        (await second).Dispose();
        (await turns.Take(TestContext.Current.CancellationToken)).Dispose();
    }
}
