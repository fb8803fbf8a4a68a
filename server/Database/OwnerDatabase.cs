using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>
/// The login that owns the database: it migrates and loads. A server that does so at its start lets go of it before long, and
/// one that does not has none.
/// </summary>
public sealed class OwnerDatabase : IAsyncDisposable
{
    /// <summary>A load and a migration hold one each, and look about with another.</summary>
    public const int Connections = 4;

    private int holders;

    /// <exception cref="SetupException">The settings name no owner.</exception>
    public OwnerDatabase(DatabaseSettings settings)
    {
        var address = settings.Owner
            ?? throw new SetupException("ConnectionStrings:Plan is not set, and to migrate and to load needs the owner of the database. Run npm start, or point ConnectionStrings__Plan at a PostgreSQL database with PostGIS.");
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(address)
        {
            ApplicationName = "spatialplan-owner",
            MinPoolSize = 0,
            MaxPoolSize = Connections,
            CancellationTimeout = PlanDatabase.StopMilliseconds,
        }.ConnectionString);
        builder.UseNetTopologySuite();
        Source = builder.Build();
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>Whoever sets up at the start holds it from its construction until it is done; the last one closes it.</summary>
    public IAsyncDisposable Hold()
    {
        Interlocked.Increment(ref holders);
        return new Holder(this);
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private sealed class Holder(OwnerDatabase owner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Interlocked.Decrement(ref owner.holders) == 0 ? owner.DisposeAsync() : ValueTask.CompletedTask;
    }
}
