using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using SpatialPlan.Server.Database;
using Xunit;

namespace SpatialPlan.Server.Tests.Database;

public sealed partial class PoolSizesTests
{
    private const int KeptForSuperusers = 3;

    [Fact]
    public void Two_servers_and_an_owner_who_loads_fit_into_what_the_private_cluster_allows()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "server", "appsettings.json")));
        var configured = settings.RootElement.GetProperty("Plan").GetProperty("Connections").GetInt32();
        Assert.Equal(DatabaseSettings.DefaultConnections, configured);
        var cluster = File.ReadAllText(Path.Combine(Repository.Root, "scripts", "lib", "cluster-setup.mjs"));
        var allowed = int.Parse(MaxConnections().Match(cluster).Groups["number"].Value, CultureInfo.InvariantCulture);
        foreach (var cores in new[] { 1, 2, 8, 64 })
        {
            Assert.InRange((2 * PoolSizes.Of(configured, cores).Sum) + OwnerDatabase.Connections, 1, allowed - KeptForSuperusers);
        }
    }

    [Theory]
    [InlineData(DatabaseSettings.FewestConnections, 1)]
    [InlineData(DatabaseSettings.FewestConnections, 128)]
    [InlineData(46, 2)]
    [InlineData(46, 8)]
    [InlineData(400, 64)]
    public void Together_the_pools_are_what_the_setting_allows_and_none_is_empty(int connections, int cores)
    {
        var sizes = PoolSizes.Of(connections, cores);
        Assert.Equal(connections, sizes.Sum);
        Assert.All(new[] { sizes.Public, sizes.Filtered, sizes.Bulk, sizes.Tiles, sizes.FilteredTiles, sizes.Staff }, size => Assert.InRange(size, 2, connections));

        // Pages keep connections that are open beforehand.
        Assert.InRange(sizes.Public, 5, connections);
    }

    [Fact]
    public async Task A_connection_string_that_keeps_more_open_has_no_more_than_a_pool_may()
    {
        var settings = new DatabaseSettings("Host=localhost;Minimum Pool Size=60");
        await using var owner = new OwnerDatabase(settings);
        await using var database = new PlanDatabase(settings);
        foreach (var source in new[] { owner.Source, database.Public, database.Filtered, database.Bulk, database.Tiles, database.FilteredTiles, database.Staff, database.Listener })
        {
            var pool = new NpgsqlConnectionStringBuilder(source.ConnectionString);
            Assert.InRange(pool.MinPoolSize, 0, pool.MaxPoolSize);
        }
    }

    [GeneratedRegex(@"max_connections = (?<number>\d+)")]
    private static partial Regex MaxConnections();
}
