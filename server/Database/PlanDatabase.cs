using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>
/// The ways of a server to the database: <see cref="Public"/> and its like read what is published and nothing else, so that a
/// draft cannot leak by a forgotten WHERE; <see cref="Staff"/> writes through the functions of schema review. Neither owns it.
/// </summary>
public sealed class PlanDatabase : IAsyncDisposable
{
    public const string PublicRole = "spatialplan_public";
    public const string StaffRole = "spatialplan_staff";

    /// <summary>How long a database is waited for that was told to stop.</summary>
    public const int StopMilliseconds = 1000;

    /// <summary>As many as a browser opens connections to a host: they stay, warm. The connection string may say otherwise.</summary>
    private const int PublicPoolMinimum = 6;

    /// <summary>So that nobody who saves waits for a connection to be made: one asks who it is, one writes.</summary>
    private const int StaffPoolMinimum = 2;

    private const string MinimumKey = "Minimum Pool Size";

    private const int ConnectSeconds = 5;

    /// <summary>PostgreSQL sends 8 KiB at a time: a large answer is taken in fewer turns when there is room for several.</summary>
    private const int ReadBytes = 64 * 1024;

    /// <summary>A database that says nothing for so long hangs, or the question was too large: nobody waits longer.</summary>
    private const int SilenceSeconds = 7;
    private const int BulkSilenceSeconds = 60;

    // jit costs more than it gives on statements of a few milliseconds, and so do parallel workers.
    private const string WriterOptions = "-c jit=off";
    private const string ReaderOptions =
        $"-c default_transaction_read_only=on -c statement_timeout=30000 {WriterOptions} -c max_parallel_workers_per_gather=0";

    /// <summary>A tile that takes longer helps nobody any more.</summary>
    private const string TileOptions = " -c statement_timeout=5000";

    /// <summary>The first projection on a connection loads PROJ, 140 ms that no reader should wait for.</summary>
    private const string WarmUp = "select ST_Transform(ST_SetSRID(ST_MakePoint(116.65, 35.42), 4490), 3857)";

    /// <summary>
    /// PostgreSQL ends the question of a client that is gone. It is told to stop, too, but that may come before it has
    /// begun, and then it would go on for as long as the question takes.
    /// </summary>
    private const string LookAtClient = "set client_connection_check_interval = 250";

    private const string PlanForEach = " -c plan_cache_mode=force_custom_plan";

    public PlanDatabase(DatabaseSettings settings)
    {
        var sizes = PoolSizes.Of(settings.Connections, Environment.ProcessorCount);
        Staff = Build(Writer(settings, sizes.Staff), WarmUp);
        Public = Build(Reader(settings, "public", PublicPoolMinimum, sizes.Public), LookAtClient, WarmUp);
        Bulk = Build(Reader(settings, "bulk", 0, sizes.Bulk, silence: BulkSilenceSeconds), LookAtClient);

        // The filter decides which plan is good, so a plan for any filter is good for none.
        Filtered = Build(Reader(settings, "filtered", 0, sizes.Filtered, PlanForEach), LookAtClient, WarmUp);
        Tiles = Build(Reader(settings, "tiles", 2, sizes.Tiles, TileOptions), LookAtClient, WarmUp);
        FilteredTiles = Build(Reader(settings, "filtered-tiles", 0, sizes.FilteredTiles, TileOptions + PlanForEach), LookAtClient, WarmUp);

        var listener = Reader(settings, "listener", 0, sizes.Listener);
        listener.Pooling = false;
        Listener = Build(listener);
    }

    /// <summary>Writes for people, through the functions of schema review; pages do not use it.</summary>
    public NpgsqlDataSource Staff { get; }

    public NpgsqlDataSource Public { get; }

    /// <summary>As <see cref="Public"/>, with a plan for each question.</summary>
    public NpgsqlDataSource Filtered { get; }

    /// <summary>What reads all there is, exports and the indexes in memory: it may take its time, and keeps no page waiting.</summary>
    public NpgsqlDataSource Bulk { get; }

    /// <summary>Readers of tiles have their own few connections: a map that is panned does not keep others waiting.</summary>
    public NpgsqlDataSource Tiles { get; }

    public NpgsqlDataSource FilteredTiles { get; }

    /// <summary>One connection that hears of changes.</summary>
    public NpgsqlDataSource Listener { get; }

    /// <summary>Opens the connections that readers will find waiting.</summary>
    public async Task OpenPublic(CancellationToken cancel)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, new NpgsqlConnectionStringBuilder(Public.ConnectionString).MinPoolSize).Select(_ => Public.OpenConnectionAsync(cancel).AsTask()));
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    /// <summary>
    /// Lets go of the connections that wait to be used: what they have prepared is no longer right, or the server that they
    /// lead to is no longer there. Those in use end with their use.
    /// </summary>
    public void Renew()
    {
        foreach (var source in new[] { Staff, Public, Filtered, Bulk, Tiles, FilteredTiles })
        {
            source.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Listener.DisposeAsync();
        await FilteredTiles.DisposeAsync();
        await Tiles.DisposeAsync();
        await Filtered.DisposeAsync();
        await Bulk.DisposeAsync();
        await Public.DisposeAsync();
        await Staff.DisposeAsync();
    }

    private static NpgsqlConnectionStringBuilder Reader(DatabaseSettings settings, string name, int minimum, int maximum, string options = "", int silence = SilenceSeconds)
    {
        var (address, role) = settings.Of(PublicRole);
        var reader = new NpgsqlConnectionStringBuilder(address)
        {
            ApplicationName = $"spatialplan-{name}",
            MaxPoolSize = maximum,
            Timeout = ConnectSeconds,
            CommandTimeout = silence,
            CancellationTimeout = StopMilliseconds,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            ReadBufferSize = ReadBytes,

            // Nothing sets state on these connections, and a reset would cost a round of DISCARD.
            NoResetOnClose = true,
        };

        // The connection string may ask for more, of every pool: none keeps more than it may have.
        reader.MinPoolSize = Math.Min(reader.ShouldSerialize(MinimumKey) ? reader.MinPoolSize : minimum, maximum);

        reader.Options = $"{reader.Options} {ReaderOptions}{options} {role}".Trim();
        return reader;
    }

    private static NpgsqlConnectionStringBuilder Writer(DatabaseSettings settings, int maximum)
    {
        var (address, role) = settings.Of(StaffRole);
        var writer = new NpgsqlConnectionStringBuilder(address)
        {
            ApplicationName = "spatialplan-staff",
            MaxPoolSize = maximum,
            Timeout = ConnectSeconds,
            CommandTimeout = SilenceSeconds,
            CancellationTimeout = StopMilliseconds,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,

            // Nothing sets state here either: a transaction is whole or rolled back, and what plan.begin_write keeps ends with it.
            // A reset would forget the plans of all functions, and make the table of a transaction's events anew for each.
            NoResetOnClose = true,
        };
        writer.MinPoolSize = Math.Min(writer.ShouldSerialize(MinimumKey) ? writer.MinPoolSize : StaffPoolMinimum, maximum);
        writer.Options = $"{writer.Options} {WriterOptions} {role}".Trim();
        return writer;
    }

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings, params string[] first)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseNetTopologySuite();
        if (first.Length > 0)
        {
            builder.UsePhysicalConnectionInitializer(connection => Begin(connection, first).GetAwaiter().GetResult(), connection => Begin(connection, first));
        }

        return builder.Build();
    }

    /// <summary>What is said first on a new connection; a server that cannot do it does without.</summary>
    private static async Task Begin(NpgsqlConnection connection, string[] first)
    {
        foreach (var statement in first)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            try
            {
                await command.ExecuteNonQueryAsync();
            }
            catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.UndefinedObject)
            {
                // Not migrated yet, so that there is no PostGIS to warm up; or the system of the server cannot look at a connection.
            }
        }
    }
}
