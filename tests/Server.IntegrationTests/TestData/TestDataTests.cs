using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Export;
using SpatialPlan.Server.Gdal;
using SpatialPlan.Server.IntegrationTests.Export;

namespace SpatialPlan.Server.IntegrationTests.TestData;

/// <summary>Any GeoPackage, none, and what is none.</summary>
public sealed class TestDataTests(PlanDatabases databases) : IDisposable
{
    private const string Odd = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"Großer \"Name\"":"a","limit":1,"geometry":"x"},"geometry":{"type":"Point","coordinates":[116.65,35.42]}},
          {"type":"Feature","properties":{"Großer \"Name\"":"b'\\","limit":2,"geometry":"y"},"geometry":{"type":"Point","coordinates":[116.66,35.43]}}]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spatialplan-test-");

    [Fact]
    public async Task Tables_with_odd_names_and_in_another_system_are_collections_until_the_setting_goes()
    {
        GdalTool.SkipWithout();
        await using var database = await databases.Loaded();
        var before = await database.Ask<long>("select value from published_plan.revision");
        await using (var server = new TestDataServer(database.Address, await OddPackage()))
        {
            await server.Ready();
            Assert.Contains("odd", await server.Collections());

            // A name that the plan has, and one that is no address, are left out.
            Assert.Equal("MultiPolygon", (string)(await server.Get("/ogc/collections/parks/items?limit=1"))["features"]![0]!["geometry"]!["type"]!);
            Assert.DoesNotContain("Odd One", await server.Collections());
            Assert.Equal(
                ["code", "Großer \"Name\"", "geometry", "version", "geom"],
                (await server.Get("/ogc/collections/odd/schema"))["properties"]!.AsObject().Select(entry => entry.Key));
            var filter = Uri.EscapeDataString("\"Großer \"\"Name\"\"\" = 'b''\\'");
            var found = (await server.Get($"/ogc/collections/odd/items?filter={filter}"))["features"]!.AsArray();
            Assert.Equal(116.66, (double)Assert.Single(found)!["geometry"]!["coordinates"]![0]!, 6);
            var parameter = Uri.EscapeDataString("Großer \"Name\"");
            Assert.Equal("1", (string)(await server.Get($"/ogc/collections/odd/items?{parameter}=a&sortby=-{parameter}"))["features"]![0]!["id"]!);
            Assert.Empty(server.Warned);
        }

        Assert.True(await database.Ask<long>("select value from published_plan.revision") > before);
        await using var without = new TestDataServer(database.Address, null);
        await without.Until(() => database.Ask<bool>("select to_regnamespace('test_collections') is null"));
        Assert.DoesNotContain("odd", await without.Collections());
        Assert.Equal(HttpStatusCode.NotFound, (await without.Send("/ogc/collections/odd")).StatusCode);
        Assert.True(await database.Ask<bool>("select to_regclass('test_published.odd') is null"));
    }

    [Fact]
    public async Task A_start_replaces_what_the_one_before_has_loaded()
    {
        GdalTool.SkipWithout();
        await using var database = await databases.Loaded();
        var file = await OddPackage();
        for (var start = 0; start < 2; start++)
        {
            await using var server = new TestDataServer(database.Address, file);
            await server.Ready();
            Assert.Equal(2, (int)(await server.Get("/ogc/collections/odd/items"))["numberReturned"]!);
        }
    }

    [Fact]
    public async Task The_server_serves_while_they_are_loaded_and_is_ready_when_they_are()
    {
        GdalTool.SkipWithout();
        await using var database = await databases.Loaded();

        // What servers that start at once wait for; here the test is the other one.
        var other = await OwnerLock.Alone(database.Owner.Source, "test_collections_lock", TestContext.Current.CancellationToken);
        await using var server = new TestDataServer(database.Address, await OddPackage());
        var early = await server.Send("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        Assert.NotNull(early.Headers.RetryAfter);
        Assert.Contains("\"test-collections-not-loaded\"", await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("odd", await server.Collections());

        await other.DisposeAsync();
        await server.Ready();
        Assert.Contains("odd", await server.Collections());
    }

    [Theory]
    [InlineData(null, "cannot be read")]
    [InlineData("Not a GeoPackage at all, and long enough that the number of an application could stand in it.", "is no GeoPackage")]
    [InlineData("", "is no GeoPackage")]
    public async Task A_file_that_is_missing_or_something_else_is_one_warning_and_the_server_serves(string? content, string reason)
    {
        var file = Path.Combine(folder.FullName, "given.gpkg");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        }

        await Warns(file, reason);
    }

    [Fact]
    public async Task A_broken_GeoPackage_is_one_warning_and_the_server_serves()
    {
        GdalTool.SkipWithout();
        await Warns(await BrokenPackage(), "ogr2ogr does not read the file");
    }

    [Fact]
    public async Task Without_GDAL_the_warning_says_what_to_install() =>
        await Warns(await BrokenPackage(), "gdal-bin", services => services.AddSingleton(new GdalProcess(NullLogger<GdalProcess>.Instance, "no-such-ogr2ogr")));

    [Fact]
    public async Task A_table_that_PostgreSQL_refuses_leaves_nothing_behind()
    {
        GdalTool.SkipWithout();
        await using var database = await databases.Loaded();
        await database.Execute("create or replace function plan.publish_test_collections() returns table (id text, geometry_name text, geometry_type text, properties jsonb) language sql as $$ select 'a', 'b', 'c', to_jsonb(1 / 0) $$");
        await using var server = new TestDataServer(database.Address, await OddPackage());
        await server.Ready();
        Assert.Contains("PostgreSQL does not take its tables (division by zero)", server.Warned[0], StringComparison.Ordinal);
        Assert.True(await database.Ask<bool>("select to_regnamespace('test_collections') is null"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task Warns(string file, string reason, Action<IServiceCollection>? services = null)
    {
        await using var database = await databases.Loaded();
        await using var server = new TestDataServer(database.Address, file, services);
        await server.Ready();
        var warning = Assert.Single(server.Warned);
        Assert.Contains(reason, warning, StringComparison.Ordinal);
        Assert.Contains(file, warning, StringComparison.Ordinal);
        Assert.Equal(CatalogueReader.Load(Repository.GisData).Collections.Count, (await server.Collections()).Count);
    }

    private async Task<string> OddPackage()
    {
        var (source, target) = (Path.Combine(folder.FullName, "odd.geojson"), Path.Combine(folder.FullName, "odd.gpkg"));
        await File.WriteAllTextAsync(source, Odd, TestContext.Current.CancellationToken);
        foreach (var name in new[] { "odd", "parks", "Odd One" })
        {
            await GdalTool.Run("ogr2ogr", ["-f", "GPKG", "-update", "-append", "-t_srs", "EPSG:3857", "-nln", name, target, source]);
        }

        return target;
    }

    private async Task<string> BrokenPackage()
    {
        const int NumberAt = 68;
        var file = Path.Combine(folder.FullName, "broken.gpkg");
        await File.WriteAllBytesAsync(file, [.. new byte[NumberAt], .. "GPKG"u8, .. new byte[NumberAt]], TestContext.Current.CancellationToken);
        return file;
    }
}
