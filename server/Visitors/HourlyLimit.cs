using System.Threading.RateLimiting;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Visitors;

/// <summary>So many of a form an hour of one address, and of all together: what many addresses send may not fill the disk either.</summary>
/// <param name="settings">How many.</param>
/// <param name="code">Of the refusal.</param>
public abstract class HourlyLimit(VisitorFormOptions settings, string code) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> limiter =
        PartitionedRateLimiter.CreateChained(Of(client => client, settings.PerHourOfAddress), Of(_ => "", settings.PerHour));

    /// <exception cref="RequestException">429 with Retry-After.</exception>
    public void Take(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(ClientAddress.Of(context));
        if (!lease.IsAcquired)
        {
            var wait = lease.RetryAfter(Window);
            throw RequestException.TooMany(code, wait, new { minutes = (long)Math.Ceiling(wait.TotalMinutes) });
        }
    }

    public void Dispose()
    {
        limiter.Dispose();
        GC.SuppressFinalize(this);
    }

    private static PartitionedRateLimiter<string> Of(Func<string, string> partition, int most) =>
        PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetFixedWindowLimiter(
            partition(client), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
}
