using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Enquiries;

/// <summary>So many enquiries an hour of one address, and of all together: what many addresses send may not fill the disk either.</summary>
public sealed class EnquiryLimit : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> limiter;

    public EnquiryLimit(IOptions<PlanOptions> options)
    {
        var settings = options.Value.Enquiries;
        limiter = PartitionedRateLimiter.CreateChained(Of(client => client, settings.PerHourOfAddress), Of(_ => "", settings.PerHour));
    }

    /// <exception cref="RequestException">too-many-enquiries: 429 with Retry-After.</exception>
    public void Take(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(ClientAddress.Of(context));
        if (lease.IsAcquired)
        {
            return;
        }

        var wait = lease.RetryAfter(Window);
        throw RequestException.TooMany("too-many-enquiries", wait, new { minutes = (long)Math.Ceiling(wait.TotalMinutes) });
    }

    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<string> Of(Func<string, string> partition, int most) =>
        PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetFixedWindowLimiter(
            partition(client), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
}
