using Npgsql;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>Reads the points when the server starts and after every change, before anybody asks.</summary>
public sealed class PointRefresher(PointIndexes indexes, RevisionStore revisions, ILogger<PointRefresher> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var revision = revisions.Known;
            if (revision <= done)
            {
                continue;
            }

            try
            {
                await indexes.Refresh(revision, stoppingToken);
                done = revision;
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                log.LogDebug("The points were not read: {Reason}", fault.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
