using System.Net;
using Npgsql;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Search reads every view in one transaction and a migration makes them anew: whoever comes second waits, and neither is thrown out.</summary>
public sealed class SearchBesideMigrationTests(PlanDatabases databases)
{
    [Fact]
    public async Task The_index_is_read_when_the_migration_is_done()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await databases.Loaded();
        await using var migrating = await database.Owner.Source.OpenConnectionAsync(cancel);
        var alone = await OwnerLock.Alone(database.Owner.Source, "schema_migration_lock", cancel);
        await using var application = PlanServer.Application(database.Address);
        var answer = application.CreateClient().GetAsync("/api/search?q=%E8%93%BC%E6%B2%B3", cancel);
        while (await database.Ask<long>("select count(*) from pg_locks where relation = 'public.schema_migration_lock'::regclass and not granted and database = (select oid from pg_database where datname = current_database())") == 0)
        {
            Assert.False(answer.IsCompleted, "search did not wait");
            await Task.Delay(20, cancel);
        }

        // What a migration does: it could not, were a view held by somebody who waits.
        await Execute(migrating, "begin; drop view published.zone cascade; select plan.publish_collection('zone'); commit");
        await alone.DisposeAsync();
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
