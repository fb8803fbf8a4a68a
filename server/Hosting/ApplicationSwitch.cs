using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Hosting;

/// <summary>Builds and starts the application for a catalogue; null for one that waits until there is one.</summary>
public delegate Task<CatalogueApplication> StartApplication(PlanCatalogue? catalogue, CancellationToken cancel);

/// <summary>
/// Serves every request by the application of the plan's catalogue. When a load, of this process or another, brings another
/// catalogue, a new application is built beside the old one and takes its place at once; connections stay, and requests
/// that have begun are answered by the old one.
/// </summary>
public sealed class ApplicationSwitch(
    CatalogueStore catalogues, StartApplication start, PlanDatabase database, WorkStates states, ILogger<ApplicationSwitch> log)
    : BackgroundWork(states, log)
{
    /// <summary>A database that is away at the start is not waited for: the server is live without it.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(3);

    /// <summary>How long a request waits for the application that it belongs to.</summary>
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(10);

    /// <summary>The longest answer, an export, may take five minutes.</summary>
    private static readonly TimeSpan RetirePatience = TimeSpan.FromMinutes(6);

    private volatile CatalogueApplication? current;

    /// <summary>The application that serves at present.</summary>
    public CatalogueApplication Current => current ?? throw new InvalidOperationException("The process has not started.");

    protected override string Name => "catalogue";

    /// <summary>Before the first connection is taken.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        current = await Start(await CatalogueAtStart(cancellationToken), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (current is not null)
        {
            await current.DisposeAsync();
        }
    }

    public async Task Serve(HttpContext context)
    {
        var until = DateTime.MaxValue;
        while (true)
        {
            var application = Enter();
            try
            {
                if (await application.Serve(context))
                {
                    return;
                }
            }
            finally
            {
                application.Leave();
            }

            until = until == DateTime.MaxValue ? DateTime.UtcNow + RequestPatience : until;
            if (!await IsReplaced(application, until, context.RequestAborted))
            {
                context.Response.Headers.RetryAfter = "2";
                await Problems.WriteJson(context, StatusCodes.Status503ServiceUnavailable, "unavailable", args: null);
                return;
            }

            context.Response.Clear();
        }
    }

    protected override async Task Work(CancellationToken cancel)
    {
        while (true)
        {
            var last = Current;
            await last.Superseded.WaitAsync(cancel);
            var next = await Start(await catalogues.Read(cancel), cancel);

            // Statements that are prepared may name columns that have just changed.
            database.Renew();
            current = next;
            log.LogInformation("The plan has another catalogue, which is served from now on");
            IsWell();
            _ = Retire(last);
        }
    }

    private CatalogueApplication Enter()
    {
        while (true)
        {
            var application = Current;
            if (application.TryEnter())
            {
                return application;
            }
        }
    }

    private static async Task<bool> IsReplaced(CatalogueApplication application, DateTime until, CancellationToken cancel)
    {
        var patience = until - DateTime.UtcNow;
        var waited = patience > TimeSpan.Zero ? application.Replaced.WaitAsync(patience, cancel) : application.Replaced;
        await waited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return application.Replaced.IsCompleted;
    }

    private async Task Retire(CatalogueApplication last)
    {
        try
        {
            await last.Retire(RetirePatience);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The application of the last catalogue did not end as it should");
        }
    }

    /// <summary>Outside of what whoever starts the process has hung on its thread: hosts of a test are configured by that, and this one is inside of theirs.</summary>
    private Task<CatalogueApplication> Start(PlanCatalogue? catalogue, CancellationToken cancel)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => start(catalogue, cancel), cancel);
        }
    }

    private async Task<PlanCatalogue?> CatalogueAtStart(CancellationToken cancel)
    {
        try
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            time.CancelAfter(StartPatience);
            return await catalogues.Read(time.Token);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("The catalogue is not there yet ({Reason}); the server is live and waits for it", fault.Message);
            return null;
        }
    }
}
