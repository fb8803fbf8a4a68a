using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.Export;

/// <summary>One look at the database: summary and features are of the same moment. Whoever leaves early stops the query.</summary>
public sealed class ExportReading : IAsyncDisposable
{
    // A reader over a slow line takes longer than a page; the limit of the request comes first.
    private const string Patience = "set local statement_timeout = '300s'";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private ExportReading(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    public static async Task<ExportReading> Open(PlanDatabase database, CancellationToken cancel)
    {
        var connection = await database.Bulk.OpenConnectionAsync(cancel);
        try
        {
            var reading = new ExportReading(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel));
            await using var patience = new NpgsqlCommand(Patience, connection);
            await patience.ExecuteNonQueryAsync(cancel);
            return reading;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<object?[]> Row(Statement statement, CancellationToken cancel)
    {
        await foreach (var row in Rows(statement, cancel))
        {
            return [.. row];
        }

        throw new InvalidOperationException("A statement that always has a row had none.");
    }

    /// <summary>The rows, in one array that is filled again for each.</summary>
    public async IAsyncEnumerable<object?[]> Rows(Statement statement, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = statement.Command(connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var row = new object?[reader.FieldCount];
        var isDone = false;
        try
        {
            while (await reader.ReadAsync(cancel))
            {
                for (var column = 0; column < row.Length; column++)
                {
                    row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
                }

                yield return row;
            }

            isDone = true;
        }
        finally
        {
            // Closing a reader reads what is left of it, unless the query is stopped.
            if (!isDone)
            {
                command.Cancel();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
