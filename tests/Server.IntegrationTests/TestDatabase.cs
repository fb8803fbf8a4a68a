using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.GisData;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>A database of one test or one class of tests, dropped afterwards.</summary>
public sealed class TestDatabase(PlanDatabases server, string name, string address) : IAsyncDisposable
{
    private readonly Lazy<PlanDatabase> database = new(() => new PlanDatabase(new DatabaseSettings(address)));
    private readonly Lazy<OwnerDatabase> owner = new(() => new OwnerDatabase(new DatabaseSettings(address)));

    public string Name => name;

    public string Address => address;

    /// <summary>The same database for another login.</summary>
    public static string AddressOf(string address, string login) => new NpgsqlConnectionStringBuilder(address) { Username = login, Password = null }.ConnectionString;

    public PlanDatabase Database => database.Value;

    public OwnerDatabase Owner => owner.Value;

    public Migrator Migrator => new(Owner, Database, NullLogger<Migrator>.Instance);

    public Task<LoadReport> Load(string directory) =>
        new PackageLoader(Owner, Database, NullLogger<PackageLoader>.Instance).Load(directory, TestContext.Current.CancellationToken);

    public async Task Execute(string sql)
    {
        await using var command = Owner.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Takes the guards of versions down, so that a test may bring about by one statement what a write brings about.</summary>
    public Task AllowRewriting(string table) => Execute($"alter table feature.{table} disable trigger versions_are_final, disable trigger versions_are_kept");

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Owner.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>The rows as text, columns joined by a bar: what a person would read in psql.</summary>
    public async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var command = Owner.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "" : reader.GetValue(column).ToString())));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (database.IsValueCreated)
        {
            await database.Value.DisposeAsync();
        }

        if (owner.IsValueCreated)
        {
            await owner.Value.DisposeAsync();
        }

        await server.Execute($"drop database if exists {name} with (force)");
    }
}
