using System.Threading.RateLimiting;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// How often and how many at a time may try a password: checking one is made to be slow, and must not keep maps waiting. One for
/// the process, whatever catalogue is served.
/// </summary>
public sealed class SignInLimits : IDisposable
{
    public const int MostAMinute = 30;

    private const int AtOnce = 2;
    private const int Waiting = 16;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>When others wait for their turn already.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
            ClientAddress.Of(context), _ => new() { PermitLimit = MostAMinute, Window = Minute, SegmentsPerWindow = 6 })),
        PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetConcurrencyLimiter(0, _ => new() { PermitLimit = AtOnce, QueueLimit = Waiting })));

    /// <summary>A turn, until it is disposed of.</summary>
    /// <exception cref="RequestException">429 too-many-attempts, with the time until there is room.</exception>
    public async Task<RateLimitLease> Turn(HttpContext context)
    {
        var lease = await limiter.AcquireAsync(context, 1, context.RequestAborted);
        if (lease.IsAcquired)
        {
            return lease;
        }

        var wait = lease.RetryAfter(Soon);
        lease.Dispose();
        throw RequestException.TooMany("too-many-attempts", wait, new { retry_after = (int)Math.Ceiling(wait.TotalSeconds) });
    }

    public void Dispose() => limiter.Dispose();
}
