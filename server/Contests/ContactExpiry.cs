using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Contests;

/// <summary>Deletes how to reach who has contested something, when the time is over for which it was promised to be kept.</summary>
public sealed class ContactExpiry(ContestStore contests, WorkStates states, ILogger<ContactExpiry> log) : BackgroundWork(states, log)
{
    /// <summary>Of days that were promised, nobody misses minutes.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    protected override string Name => "contact-expiry";

    protected override async Task Work(CancellationToken cancel)
    {
        while (true)
        {
            if (await contests.ForgetContacts(cancel) is > 0 and var number)
            {
                log.LogInformation("Deleted {Number} contacts whose time was over", number);
            }

            IsWell();
            await Task.Delay(Pause, cancel);
        }
    }
}
