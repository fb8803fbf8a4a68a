namespace SpatialPlan.Server.Database;

/// <summary>Deletes what is kept for a time only, when the time is over that was promised.</summary>
public abstract class ExpiryWork(WorkStates states, ILogger<ExpiryWork> log) : BackgroundWork(states, log)
{
    /// <summary>Of days that were promised, nobody misses minutes.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>What the log calls that which is deleted.</summary>
    protected abstract string Things { get; }

    /// <summary>Deletes all whose time is over; returns how many.</summary>
    protected abstract Task<long> Delete(CancellationToken cancel);

    protected sealed override async Task Work(CancellationToken cancel)
    {
        while (true)
        {
            if (await Delete(cancel) is > 0 and var number)
            {
                log.LogInformation("Deleted {Number} {Things} whose time was over", number, Things);
            }

            IsWell();
            await Task.Delay(Pause, cancel);
        }
    }
}
