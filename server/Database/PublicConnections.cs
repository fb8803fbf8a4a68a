using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>Opens the readers' connections beside the start of the server, so that the first page does not wait for them.</summary>
public sealed class PublicConnections(PlanDatabase database, ILogger<PublicConnections> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await database.OpenPublic(stoppingToken);
        }
        catch (NpgsqlException away)
        {
            // Not there yet, or not migrated: the first reader opens them then.
            log.LogDebug("Readers' connections were not opened: {Reason}", away.Message);
        }
    }
}
