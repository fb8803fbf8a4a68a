using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Enquiries;

/// <summary>Deletes enquiries when the time is over for which they were promised to be kept.</summary>
public sealed class EnquiryExpiry(EnquiryStore enquiries, WorkStates states, ILogger<EnquiryExpiry> log) : BackgroundWork(states, log)
{
    /// <summary>Of days that were promised, nobody misses minutes.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    protected override string Name => "enquiry-expiry";

    protected override async Task Work(CancellationToken cancel)
    {
        while (true)
        {
            if (await enquiries.Expire(cancel) is > 0 and var number)
            {
                log.LogInformation("Deleted {Number} enquiries whose time was over", number);
            }

            IsWell();
            await Task.Delay(Pause, cancel);
        }
    }
}
