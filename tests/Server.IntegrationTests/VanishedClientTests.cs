using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>PostgreSQL works for nobody: neither longer than a tile is of use, nor for a client that is gone.</summary>
public sealed class VanishedClientTests(PlanDatabases databases)
{
    /// <summary>Longer than a tile may take, and shorter than our own patience, which would end it too.</summary>
    private const string TooLongForTiles = "select pg_sleep(6)";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tile_that_takes_longer_than_five_seconds_is_stopped_by_PostgreSQL(bool isFiltered)
    {
        await using var database = await databases.Migrated();
        await using var command = (isFiltered ? database.Database.FilteredTiles : database.Database.Tiles).CreateCommand(TooLongForTiles);
        var stopped = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.QueryCanceled, stopped.SqlState);
    }

    [Fact]
    public async Task Pages_may_take_longer_than_tiles()
    {
        await using var database = await databases.Migrated();
        await using var command = database.Database.Public.CreateCommand(TooLongForTiles);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("filtered")]
    [InlineData("bulk")]
    [InlineData("tiles")]
    [InlineData("filtered-tiles")]
    public async Task A_question_whose_client_is_gone_without_a_word_ends_within_two_seconds(string name)
    {
        await using var database = await databases.Migrated();
        await using var relay = new Relay(database.Address);
        await using var through = new Server.Database.PlanDatabase(new(relay.Address, null));
        var source = name switch
        {
            "public" => through.Public,
            "filtered" => through.Filtered,
            "bulk" => through.Bulk,
            "tiles" => through.Tiles,
            _ => through.FilteredTiles,
        };
        await using var command = source.CreateCommand("select pg_sleep(4.5)");
        var asking = command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Until(database, name, 1, TimeSpan.FromSeconds(10));

        // No cancel request and no goodbye: the connection is cut.
        relay.Cut();
        await Until(database, name, 0, TimeSpan.FromSeconds(2));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => asking);
    }

    private static async Task Until(TestDatabase database, string name, long number, TimeSpan limit)
    {
        var deadline = DateTime.UtcNow + limit;
        while (await database.Ask<long>($"select count(*) from pg_stat_activity where application_name = 'spatialplan-{name}' and datname = current_database() and state = 'active' and query like '%pg_sleep%'") != number)
        {
            Assert.True(DateTime.UtcNow < deadline, $"not {number} within {limit.TotalSeconds} s");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
