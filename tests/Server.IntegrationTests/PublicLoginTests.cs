using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The login of the public: a draft cannot leak by a forgotten WHERE.</summary>
public sealed class PublicLoginTests(PlanDatabases databases, RefusingDatabase refusing) : IClassFixture<RefusingDatabase>
{
    [Theory]
    [InlineData("select * from feature.projects")]
    [InlineData("select * from plan.event")]
    [InlineData("select * from plan.installed")]
    [InlineData("select * from catalogue.plan_status")]
    [InlineData("select * from enquiry.enquiry")]
    [InlineData("select enquiry.expire()")]
    [InlineData("select * from contest.contest")]
    [InlineData("select review.contests(array['reviewer'], 'open', null, 10)")]
    [InlineData("select enquiry.submit('AAAA-AAAA', sha256('x'), interval '1 day', '{}')")]
    [InlineData("select plan.raise_revision()")]
    [InlineData("select plan.publish_collection('projects')")]
    public async Task Sees_nothing_but_what_is_published(string sql)
    {
        await using var command = refusing.Database.Database.Public.CreateCommand(sql);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [InlineData("create table published.mine (x int)")]
    [InlineData("delete from published.projects")]
    [InlineData("update published_plan.revision set value = 99")]
    public async Task Writes_nothing(string sql)
    {
        await using var connection = await refusing.Database.Database.Public.OpenConnectionAsync(TestContext.Current.CancellationToken);

        // Even without the read-only default, which a session may lift.
        await using var command = new NpgsqlCommand($"set default_transaction_read_only = off; begin read write; {sql}", connection);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Theory]
    [InlineData("select lo_create(0)")]
    [InlineData("select lo_creat(-1)")]
    [InlineData("select lo_from_bytea(0, 'many bytes')")]
    [InlineData("select lo_put(1, 0, 'many bytes')")]
    [InlineData("select lo_open(1, x'60000'::int)")]
    [InlineData("select lowrite(0, 'many bytes')")]
    [InlineData("select lo_unlink(1)")]
    [InlineData("lock table public.schema_migration_lock in access share mode")]
    [InlineData("lock table public.schema_migration_lock in exclusive mode")]
    [InlineData("lock table published.projects in exclusive mode")]
    public async Task Fills_no_disk_and_holds_nobody_up(string sql)
    {
        await using var connection = await refusing.Database.Database.Public.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"set default_transaction_read_only = off; begin read write; {sql}", connection);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Keeps_no_migration_waiting_with_any_lock_it_may_take()
    {
        await using var database = await databases.Loaded();
        await using var connection = await database.Database.Public.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var numbers = new NpgsqlCommand("select pg_advisory_lock(449038574548), pg_advisory_lock(hashtext('test_collections'))", connection);
        await numbers.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await database.Migrator.Migrate(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Makes_nobody_believe_in_a_revision_by_telling_of_it()
    {
        await using var database = await databases.Loaded();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        await using var tell = database.Database.Public.CreateCommand("select pg_notify('plan_revision', '999999') from generate_series(1, 1000)");
        await tell.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        var answer = await client.GetAsync("/ogc/collections/parks/items", TestContext.Current.CancellationToken);
        Assert.StartsWith("W/\"1-", answer.Headers.ETag!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_no_temporary_function_that_could_watch_a_view()
    {
        // The right belongs to the database itself, so that a clone does not have it from its template.
        await using var database = databases.Missing();
        await databases.Execute($"create database {database.Name}");
        await database.Migrator
            .Migrate(TestContext.Current.CancellationToken);
        Assert.Equal(["f"], await database.Rows("select case when has_database_privilege('spatialplan_public', current_database(), 'temporary') then 't' else 'f' end"));
    }

    [Fact]
    public async Task Stays_the_public_role_on_a_connection_that_was_used_before()
    {
        await using var database = await databases.Loaded();
        for (var round = 0; round < 3; round++)
        {
            await using var command = database.Database.Public.CreateCommand("select current_user::text");
            Assert.Equal("spatialplan_public", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Drafts_and_returned_versions_are_not_published()
    {
        await using var database = await databases.Loaded();
        await database.Execute("""
            insert into feature.projects (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, placement)
            select 'secret-' || state, 1, state, now(), 'drafter', '草稿', 'staff', 'planned', 'unplaced'
            from unnest(array['draft', 'in-review', 'returned']) as state
            """);
        Assert.Equal(0L, await database.Ask<long>("select count(*) from published.projects where code like 'secret-%'"));
        Assert.Equal(0L, await database.Ask<long>("select count(*) from history.projects where code like 'secret-%'"));
    }

    [Fact]
    public async Task A_login_of_its_own_needs_only_the_role()
    {
        await using var database = await databases.Loaded();
        var login = $"{database.Name}_reader";
        await database.Execute($"create role {login} login; grant spatialplan_public to {login}");
        try
        {
            var address = new NpgsqlConnectionStringBuilder(database.Address) { Username = login }.ConnectionString;
            await using var own = new Server.Database.PlanDatabase(new(database.Address, Public: address));
            await using var published = own.Public.CreateCommand("select count(*) from published.parks");
            Assert.Equal(12L, await published.ExecuteScalarAsync(TestContext.Current.CancellationToken));
            await using var working = own.Public.CreateCommand("select count(*) from feature.parks");
            await Assert.ThrowsAsync<PostgresException>(() => working.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            await databases.Execute($"drop role {login}");
        }
    }
}
