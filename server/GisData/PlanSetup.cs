using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.GisData;

/// <summary>Migrates and loads while the server is already live, and lets go of the owner's login then; waits for a database that is away.</summary>
public sealed class PlanSetup(
    OwnerDatabase owner, Migrator migrator, PackageLoader loader, PackageFolder folder, PlanDocumentLoader document, IHostApplicationLifetime host, WorkStates states, ILogger<PlanSetup> log)
    : BackgroundWork(states, log)
{
    private readonly IAsyncDisposable hold = owner.Hold();

    protected override string Name => "migrate-and-load";

    protected override async Task Work(CancellationToken cancel)
    {
        try
        {
            await migrator.Migrate(cancel);
            await loader.Load(folder.Path, cancel);
            await document.Load(CatalogueReader.Load(folder.Path), cancel);
            await hold.DisposeAsync();
        }
        catch (PackageException broken)
        {
            // No time heals a package: somebody has to, and starts again.
            log.LogCritical("{Faults}", broken.Message);
            Environment.ExitCode = 1;
            host.StopApplication();
        }
    }
}
