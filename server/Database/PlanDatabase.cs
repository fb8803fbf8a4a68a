using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>
/// The two ways to the database: <see cref="Plan"/> owns and writes, <see cref="Public"/> reads schema published and
/// nothing else, so that a draft cannot leak by a forgotten WHERE.
/// </summary>
public sealed class PlanDatabase : IAsyncDisposable
{
    public const string PublicRole = "spatialplan_public";

    /// <summary>As many as a browser opens connections to a host: they stay, warm.</summary>
    private const int PublicPoolMinimum = 6;

    /// <summary>A reader that is slow to take its answer holds a connection; there must be others.</summary>
    private const int PublicPoolMaximum = 32;

    private const int ConnectSeconds = 5;

    // jit and parallel workers cost more than they give on statements of a few milliseconds.
    private const string ReaderOptions =
        "-c default_transaction_read_only=on -c statement_timeout=30000 -c jit=off -c max_parallel_workers_per_gather=0";

    public PlanDatabase(DatabaseSettings settings)
    {
        Plan = Build(new NpgsqlConnectionStringBuilder(settings.Plan) { ApplicationName = "spatialplan" });

        var reader = new NpgsqlConnectionStringBuilder(settings.PlanPublic ?? settings.Plan)
        {
            ApplicationName = "spatialplan-public",
            MinPoolSize = PublicPoolMinimum,
            MaxPoolSize = PublicPoolMaximum,
            Timeout = ConnectSeconds,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,

            // Nothing sets state on these connections, and a reset would cost a round of DISCARD.
            NoResetOnClose = true,
        };
        var role = settings.PlanPublic is null ? $" -c role={PublicRole}" : "";
        reader.Options = $"{reader.Options} {ReaderOptions}{role}".Trim();
        Public = Build(reader, WarmUp);
    }

    public NpgsqlDataSource Plan { get; }

    public NpgsqlDataSource Public { get; }

    /// <summary>Opens the connections that readers will find waiting.</summary>
    public async Task OpenPublic(CancellationToken cancel)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, PublicPoolMinimum).Select(_ => Public.OpenConnectionAsync(cancel).AsTask()));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Public.DisposeAsync();
        await Plan.DisposeAsync();
    }

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings, Action<NpgsqlConnection>? onConnect = null)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseNetTopologySuite();
        if (onConnect is not null)
        {
            builder.UsePhysicalConnectionInitializer(onConnect, connection =>
            {
                onConnect(connection);
                return Task.CompletedTask;
            });
        }

        return builder.Build();
    }

    /// <summary>The first projection on a connection loads PROJ, 140 ms that no reader should wait for.</summary>
    private static void WarmUp(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select ST_Transform(ST_SetSRID(ST_MakePoint(116.65, 35.42), 4490), 3857)", connection);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedFunction)
        {
            // Not migrated yet: there is no PostGIS to warm up.
        }
    }
}
