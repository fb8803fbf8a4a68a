using System.Threading.RateLimiting;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Visitors;

/// <summary>So many of a form an hour of one address, and of all together: what many addresses send may not fill the disk either.</summary>
public sealed class HourlyLimit(VisitorFormOptions settings) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> limiter =
        PartitionedRateLimiter.CreateChained(Of(client => client, settings.PerHourOfAddress), Of(_ => "", settings.PerHour));

    /// <summary>How long to wait where there were too many; null where this one is taken.</summary>
    public TimeSpan? Take(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(ClientAddress.Of(context));
        return lease.IsAcquired ? null : lease.RetryAfter(Window);
    }

    /// <summary>What the refusal says of it.</summary>
    public static object Args(TimeSpan wait) => new { minutes = (long)Math.Ceiling(wait.TotalMinutes) };

    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<string> Of(Func<string, string> partition, int most) =>
        PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetFixedWindowLimiter(
            partition(client), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
}
