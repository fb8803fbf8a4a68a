using System.Data.Common;
using System.Net.Sockets;

namespace SpatialPlan.Server.Database;

/// <summary>
/// Work beside requests that no fault ends, and that ends no process: what it could not do it does again after a pause,
/// and <see cref="WorkStates"/> and the log say so until it is well. Every hosted service of ours is one.
/// </summary>
public abstract class BackgroundWork(WorkStates states, ILogger log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>What the log and /health/ready call it.</summary>
    protected abstract string Name { get; }

    /// <summary>Does the work until it is done or the server stops. May throw anything; it is called again then.</summary>
    protected abstract Task Work(CancellationToken cancel);

    /// <summary>For work that goes on: what failed before has succeeded now.</summary>
    protected void IsWell()
    {
        if (states.IsWell(Name) is { } failure)
        {
            log.LogInformation("{Work} is well again after {Attempts} attempts since {Since:O}", Name, failure.Attempts, failure.Since);
        }
    }

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Work(stoppingToken);
                IsWell();
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (SupersededException)
            {
                // The part that this works for is about to be stopped: another one is built.
                await Task.Delay(LongestPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception fault)
            {
                var failure = states.Failed(Name, fault);
                Report(failure);
                await Task.Delay(PauseAfter(failure.Attempts), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Doubled with each attempt, and the longest soon: a database that comes back is found at once.</summary>
    private static TimeSpan PauseAfter(int attempts) =>
        attempts > 3 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << (attempts - 1)));

    /// <summary>Once for each reason. Of a database that is away or not set up the message says enough; everything else is a fault of ours, with its stack.</summary>
    private void Report(WorkFailure failure)
    {
        if (!failure.IsNew)
        {
            log.LogDebug("{Work} failed again: {Reason}", Name, failure.Fault.Message);
        }
        else if (failure.Fault is DbException or TimeoutException or IOException or SocketException or SetupException)
        {
            log.LogWarning("{Work} failed ({Reason}); trying again until it succeeds", Name, failure.Fault.Message);
        }
        else
        {
            log.LogError(failure.Fault, "{Work} failed; trying again until it succeeds", Name);
        }
    }
}
