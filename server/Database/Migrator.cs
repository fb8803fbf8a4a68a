using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using DbUp.Support;
using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>Brings the schema up to date: migrations run once, functions and views are created again whenever they changed.</summary>
public sealed class Migrator(OwnerDatabase owner, PlanDatabase database, ILogger<Migrator> log)
{
    /// <summary>Two processes that start at once wait for each other.</summary>
    private const string Lock = "schema_migration_lock";

    /// <summary>Whether the database is as this server wants it.</summary>
    public Task<bool> IsUpToDate(CancellationToken cancel) => SchemaVersion.IsInstalled(owner.Source, cancel);

    /// <summary>Migrates; does nothing when there is nothing to do.</summary>
    /// <exception cref="SetupException">The database is of a later version; nothing is done to it.</exception>
    public async Task Migrate(CancellationToken cancel)
    {
        await using var alone = await OwnerLock.Alone(owner.Source, Lock, cancel);
        await using var connection = await owner.Source.OpenConnectionAsync(cancel);
        MigrationProblems.RefuseOld(connection.PostgreSqlVersion);
        MigrationProblems.RefuseLater(await SchemaVersion.Unknown(connection, cancel));
        if (!await IsUpToDate(cancel))
        {
            Run(owner.Source);
            await Execute(connection, $"insert into plan.installed (what, hash, at) values ('functions', '{SchemaVersion.FunctionsHash}', now()) on conflict (what) do update set hash = excluded.hash, at = excluded.at", cancel);
            owner.Source.Clear();
            database.Renew();
            log.LogInformation("Migrated the database");
        }

        await Execute(connection, "select plan.identify_installation()", cancel);

        // A new database has just learnt the type geometry.
        await connection.ReloadTypesAsync(cancel);
    }

    /// <summary>
    /// Reads many views as of one moment with no migration beside it: each would hold what the other waits for. A
    /// migration under way is waited for.
    /// </summary>
    public static async Task<T> BesideNone<T>(PlanDatabase database, Func<Task<T>> read, CancellationToken cancel)
    {
        await using var beside = await OwnerLock.WithOthers(database.Staff, Lock, cancel);
        return await read();
    }

    private void Run(NpgsqlDataSource source)
    {
        const int AfterMigrations = 200;
        var result = DeployChanges.To
            .PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .JournalToPostgresqlTable("public", SchemaVersion.Journal)
            .WithVariablesDisabled()
            .WithTransaction()
            .WithScriptsEmbeddedInAssembly(SchemaVersion.Scripts, name => name.Contains(SchemaVersion.Migrations, StringComparison.Ordinal))
            .WithScriptsEmbeddedInAssembly(
                SchemaVersion.Scripts,
                name => name.Contains(SchemaVersion.Functions, StringComparison.Ordinal),
                new SqlScriptOptions { ScriptType = ScriptType.RunAlways, RunGroupOrder = AfterMigrations })
            .LogTo(new DbUpLog(log))
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw MigrationProblems.Of(result.ErrorScript?.Name, result.Error);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed class DbUpLog(ILogger log) : IUpgradeLog
    {
        public void LogTrace(string format, params object[] args) => Write(LogLevel.Trace, format, args);

        public void LogDebug(string format, params object[] args) => Write(LogLevel.Debug, format, args);

        public void LogInformation(string format, params object[] args) => Write(LogLevel.Debug, format, args);

        public void LogWarning(string format, params object[] args) => Write(LogLevel.Warning, format, args);

        // Whoever asked for the migration is told, in a sentence.
        public void LogError(string format, params object[] args) => Write(LogLevel.Debug, format, args);

        public void LogError(Exception ex, string format, params object[] args) => Write(LogLevel.Debug, format, args);

        private void Write(LogLevel level, string format, object[] args) =>
            log.Log(level, "{Message}", string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args));
    }
}
