using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.GisData;
using SpatialPlan.Server.IntegrationTests;

[assembly: AssemblyFixture(typeof(PlanDatabases))]

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Two template databases, one migrated and one with gis-data loaded; a test clones what it needs in a tenth of a second.</summary>
public sealed class PlanDatabases : IAsyncLifetime
{
    public const string Setting = "SPATIALPLAN_TEST_DATABASE";

    private readonly string prefix = $"plan_test_{Guid.NewGuid():N}"[..20];
    private readonly SemaphoreSlim cloning = new(1);
    private NpgsqlDataSource? server;
    private int count;
    private Task<PlanServer>? unchanged;

    private static string Address =>
        Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } address
            ? address
            : throw new InvalidOperationException($"{Setting} does not name a PostgreSQL server to test on: run npm test, which starts one and throws it away.");

    public async ValueTask InitializeAsync()
    {
        server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Address) { Database = "postgres", Pooling = false }.ConnectionString);
        await Execute($"create database {prefix}_migrated");
        var migrated = new DatabaseSettings(AddressOf($"{prefix}_migrated"));
        await using (var owner = new OwnerDatabase(migrated))
        await using (var database = new PlanDatabase(migrated))
        {
            await new Migrator(owner, database, NullLogger<Migrator>.Instance).Migrate(TestContext.Current.CancellationToken);
        }

        // Roles without a right to log in, until somebody gives it; here as npm start does.
        await Execute("alter role spatialplan_public login; alter role spatialplan_staff login");
        await Execute($"create database {prefix}_loaded template {prefix}_migrated");
        var loaded = new DatabaseSettings(AddressOf($"{prefix}_loaded"));
        await using (var owner = new OwnerDatabase(loaded))
        await using (var database = new PlanDatabase(loaded))
        {
            await new PackageLoader(owner, database, NullLogger<PackageLoader>.Instance).Load(Repository.GisData, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A database that is migrated and empty.</summary>
    public Task<TestDatabase> Migrated() => Clone("migrated");

    /// <summary>A database with gis-data.</summary>
    public Task<TestDatabase> Loaded() => Clone("loaded");

    /// <summary>An application on a database with gis-data that takes no writes, the same for all who ask.</summary>
    public Task<PlanServer> Unchanged()
    {
        lock (cloning)
        {
            return unchanged ??= Start();
        }

        async Task<PlanServer> Start()
        {
            var database = await Loaded();
            await Execute($"alter database {database.Name} set default_transaction_read_only = on");
            var plan = new PlanServer(this);
            plan.Start(database);
            return plan;
        }
    }

    /// <summary>Another database with gis-data in the place of one, as who drops it, makes it anew and loads it.</summary>
    public async Task MakeAnew(TestDatabase database)
    {
        await Execute($"drop database {database.Name} with (force)");
        await Clone("loaded", database.Name);
        database.Database.Renew();
        database.Owner.Source.Clear();
        await database.Migrator.Migrate(TestContext.Current.CancellationToken);
    }

    /// <summary>The address of a database that does not exist yet.</summary>
    public TestDatabase Missing() => Name();

    public Task Execute(string sql) => Execute(server!, sql);

    public async ValueTask DisposeAsync()
    {
        if (unchanged is not null)
        {
            await (await unchanged).DisposeAsync();
        }

        cloning.Dispose();
        if (server is null)
        {
            return;
        }

        await Execute($"drop database if exists {prefix}_loaded with (force)");
        await Execute($"drop database if exists {prefix}_migrated with (force)");
        await server.DisposeAsync();
    }

    private async Task<TestDatabase> Clone(string template)
    {
        var clone = Name();
        await Clone(template, clone.Name);
        return clone;
    }

    private async Task Clone(string template, string name)
    {
        await cloning.WaitAsync();
        try
        {
            await Execute($"create database {name} template {prefix}_{template}");
        }
        finally
        {
            cloning.Release();
        }
    }

    private TestDatabase Name()
    {
        var name = $"{prefix}_{Interlocked.Increment(ref count)}";
        return new TestDatabase(this, name, AddressOf(name));
    }

    /// <summary>No connection is opened before somebody needs it: a hundred servers are started here, each for a few questions.</summary>
    private static string AddressOf(string database) => new NpgsqlConnectionStringBuilder(Address) { Database = database, MinPoolSize = 0 }.ConnectionString;

    private static async Task Execute(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
