using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using DbUp.Support;
using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>Brings the schema up to date: migrations run once, functions and views are created again whenever they changed.</summary>
public sealed class Migrator(PlanDatabase database, ILogger<Migrator> log)
{
    /// <summary>Two processes that start at once wait for each other.</summary>
    private const string Lock = "schema_migration_lock";
    private const string Journal = "schema_migration";
    private const string Migrations = ".Database.Migrations.";
    private const string Functions = ".Database.Functions.";

    private static readonly Assembly Scripts = typeof(Migrator).Assembly;

    private static string FunctionsHash { get; } = HashOf(Functions);

    /// <summary>Whether the database is as this server wants it.</summary>
    public async Task<bool> IsUpToDate(CancellationToken cancel)
    {
        await using var connection = await database.Plan.OpenConnectionAsync(cancel);
        return await IsUpToDate(connection, cancel);
    }

    /// <summary>Migrates; does nothing when there is nothing to do.</summary>
    public async Task Migrate(CancellationToken cancel)
    {
        await using var alone = await OwnerLock.Alone(database.Plan, Lock, cancel);
        await using var connection = await database.Plan.OpenConnectionAsync(cancel);
        MigrationProblems.RefuseOld(connection.PostgreSqlVersion);
        if (!await IsUpToDate(connection, cancel))
        {
            Run(database.Plan);
            await Execute(connection, $"insert into plan.installed (what, hash, at) values ('functions', '{FunctionsHash}', now()) on conflict (what) do update set hash = excluded.hash, at = excluded.at", cancel);
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
        await using var beside = await OwnerLock.WithOthers(database.Plan, Lock, cancel);
        return await read();
    }

    private static async Task<bool> IsUpToDate(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var exists = new NpgsqlCommand($"select to_regclass('public.{Journal}') is not null and to_regclass('plan.installed') is not null", connection);
        if (await exists.ExecuteScalarAsync(cancel) is not true)
        {
            return false;
        }

        await using var state = new NpgsqlCommand(
            $"select (select count(*) from public.{Journal} where scriptname = any($1)) = cardinality($1) and exists (select from plan.installed where what = 'functions' and hash = $2)",
            connection);
        state.Parameters.Add(new() { Value = Names(Migrations).ToArray() });
        state.Parameters.Add(new() { Value = FunctionsHash });
        return await state.ExecuteScalarAsync(cancel) is true;
    }

    private void Run(NpgsqlDataSource source)
    {
        const int AfterMigrations = 200;
        var result = DeployChanges.To
            .PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .JournalToPostgresqlTable("public", Journal)
            .WithVariablesDisabled()
            .WithTransaction()
            .WithScriptsEmbeddedInAssembly(Scripts, name => name.Contains(Migrations, StringComparison.Ordinal))
            .WithScriptsEmbeddedInAssembly(
                Scripts,
                name => name.Contains(Functions, StringComparison.Ordinal),
                new SqlScriptOptions { ScriptType = ScriptType.RunAlways, RunGroupOrder = AfterMigrations })
            .LogTo(new DbUpLog(log))
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw MigrationProblems.Of(result.ErrorScript?.Name, result.Error);
        }
    }

    private static IEnumerable<string> Names(string folder) =>
        Scripts.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names(folder))
        {
            using var reader = new StreamReader(Scripts.GetManifestResourceStream(name)!);
            hash.AppendData(Encoding.UTF8.GetBytes(name + reader.ReadToEnd()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
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
