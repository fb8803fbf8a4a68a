using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.GisData;

/// <summary>Migrates and loads while the server is already live; waits for a database that is away.</summary>
public sealed class PlanSetup(Migrator migrator, PackageLoader loader, PackageFolder folder, PlanDocumentLoader document, IHostApplicationLifetime host, ILogger<PlanSetup> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reason = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await migrator.Migrate(stoppingToken);
                await loader.Load(folder.Path, stoppingToken);
                await document.Load(stoppingToken);
                return;
            }
            catch (PackageException broken)
            {
                log.LogCritical("{Faults}", broken.Message);
                Environment.ExitCode = 1;
                host.StopApplication();
                return;
            }
            catch (NpgsqlException away)
            {
                if (reason != away.Message)
                {
                    log.LogWarning("The database is not ready ({Reason}); trying again until it is", away.Message);
                }

                reason = away.Message;
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }
}

/// <summary>Where the package is.</summary>
public sealed record PackageFolder(string Path);
