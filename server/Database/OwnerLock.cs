using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>
/// A lock between processes that nobody can take or hold up but the owner of the database and whom it lets (staff): it is on a
/// table of the owner's.
/// (Advisory locks are numbers that every login may take, that of the public too.) It ends with its connection.
/// </summary>
public sealed class OwnerLock : IAsyncDisposable
{
    private const string InUse = "exclusive";
    private const string Beside = "share";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private OwnerLock(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <summary>Waits until nobody else holds the lock.</summary>
    /// <param name="owner">Connections of the owner; the lock takes one of them.</param>
    /// <param name="name">The table, in schema public; it is made when it is not there.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public static async Task<OwnerLock> Alone(NpgsqlDataSource owner, string name, CancellationToken cancel)
    {
        try
        {
            await using var make = owner.CreateCommand($"create table if not exists public.{name} ()");
            await make.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw MigrationProblems.Of(null, refused);
        }
        catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject)
        {
            // Another process has made it at this moment.
        }

        return await Take(owner, name, InUse, cancel);
    }

    /// <summary>Waits until nobody holds the lock alone, and keeps such away; others beside us are welcome.</summary>
    /// <exception cref="PostgresException">Nobody ever held it, so that there is no table.</exception>
    public static Task<OwnerLock> WithOthers(NpgsqlDataSource owner, string name, CancellationToken cancel) => Take(owner, name, Beside, cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task<OwnerLock> Take(NpgsqlDataSource owner, string name, string mode, CancellationToken cancel)
    {
        var connection = await owner.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancel);
            await using var take = new NpgsqlCommand($"set local idle_in_transaction_session_timeout = 0; lock table public.{name} in {mode} mode", connection);
            await take.ExecuteNonQueryAsync(cancel);
            return new OwnerLock(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
