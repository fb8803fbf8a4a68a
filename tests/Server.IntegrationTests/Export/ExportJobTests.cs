using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SpatialPlan.Server.Export;
using SpatialPlan.Server.Gdal;

namespace SpatialPlan.Server.IntegrationTests.Export;

/// <summary>A job is bounded, and leaves nothing behind.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ExportJobTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
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
        var program = await Script(folder, "slow", "echo $$ > pid\nsleep 300");
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
            insert into feature.hubs (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, aliases, origin, plan_status, placement, geom)
            select 'hub-many-' || n, 1, 'approved', now(), now(), 'operator', 'tester', '名' || n, array[repeat('名', 1500)], 'staff', 'planned', 'stated', ST_SetSRID(ST_MakePoint(116.6 + n * 1e-6, 35.4), 4490)
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

        // PostgreSQL shows no more of a statement than its first 1,024 bytes.
        Task<long> Running() => database.Ask<long>(
            $"select count(*) from pg_stat_activity where datname = '{database.Name}' and application_name = '{pool}' and state <> 'idle' and query like '%\"type\":\"Feature\"%'");
    }

    [Fact]
    public async Task A_program_that_loses_features_and_says_all_is_well_is_an_error_with_a_code()
    {
        GdalTool.SkipWithout();
        using var programs = JobFolder.Create();
        var lossy = await Script(programs, "lossy", "exec ogr2ogr -limit 3 \"$@\"");
        await using var application = PlanServer.Application(server.Database.Address).WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton(new GdalProcess(NullLogger<GdalProcess>.Instance, lossy))));
        using var client = application.CreateClient();
        foreach (var format in new[] { "gpkg", "fgb", "shp", "xlsx", "dxf" })
        {
            var response = await client.GetAsync($"/ogc/collections/parks/export?f={format}", TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.InternalServerError, $"{format}: {text}");
            Assert.Contains("\"export-incomplete\"", text, StringComparison.Ordinal);

            // A drawing is asked for what has a place; the others have a table for the rest.
            var asked = await server.Database.Ask<long>(format == "dxf" ? "select count(*) from published.parks where geom is not null" : "select count(*) from published.parks");
            Assert.Contains($"\"asked\":{asked}", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("echo 'ERROR 1: PROJ: no database' >&2; exit 0")]
    [InlineData("exit 1")]
    public async Task A_complaint_of_the_program_is_a_failure_whatever_it_ends_with(string does)
    {
        using var folder = JobFolder.Create();
        var program = await Script(folder, "complains", does);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new GdalProcess(NullLogger<GdalProcess>.Instance, program).Run([], folder, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_program_inherits_nothing_from_the_environment_of_the_server()
    {
        using var folder = JobFolder.Create();
        var program = await Script(folder, "tell", "tr '\\0' '\\n' < /proc/$$/environ > told");
        await new GdalProcess(NullLogger<GdalProcess>.Instance, program).Run([], folder, TestContext.Current.CancellationToken);
        var told = (await File.ReadAllLinesAsync(folder.File("told"), TestContext.Current.CancellationToken)).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(["CPL_TMPDIR", "GDAL_NUM_THREADS", "HOME", "LC_ALL", "PATH", "TMPDIR"], told.Keys.Order(StringComparer.Ordinal));
        Assert.All(new[] { "CPL_TMPDIR", "HOME", "TMPDIR" }, name => Assert.Equal(folder.FullName, told[name]));
    }

    private static async Task<string> Script(JobFolder folder, string name, string does)
    {
        var program = folder.File(name);
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{does}\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return program;
    }
}
