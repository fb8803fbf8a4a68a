using Microsoft.Extensions.Options;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.TestData;

/// <summary>Loads the test collections, or takes them away, once the database is migrated. The server serves meanwhile, and without them when they cannot be loaded.</summary>
public sealed class TestDataSetup(OwnerDatabase owner, IOptions<PlanOptions> options, IHostEnvironment host, TestDataLoader loader, Migrator migrator, TestCollections tests, WorkStates states, ILogger<TestDataSetup> log)
    : BackgroundWork(states, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IAsyncDisposable hold = owner.Hold();

    protected override string Name => "test-collections";

    /// <summary>Before the first request, so that nobody hears too early that the server is ready.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        tests.AreAwaited = options.Value.TestCollections.Length > 0;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task Work(CancellationToken cancel)
    {
        while (!await migrator.IsUpToDate(cancel))
        {
            await Task.Delay(Pause, cancel);
        }

        var setting = options.Value.TestCollections;
        var file = setting.Length > 0 ? new GeoPackageFile(Path.GetFullPath(setting, host.ContentRootPath)) : null;
        try
        {
            await loader.Replace(file, cancel);
            if (file is not null)
            {
                log.LogInformation("Collections of a test beside those of the plan: {Collections}", string.Join(", ", tests.All.Select(collection => collection.Id)));
            }
        }
        catch (TestDataException fault)
        {
            log.LogWarning(
                "There are no test collections: {Reason}. Plan:TestCollections is {File}: let it name a GeoPackage with tables of features, or nothing, and start again",
                fault.Message,
                file?.Path);
        }

        tests.AreAwaited = false;
        await hold.DisposeAsync();
    }
}
