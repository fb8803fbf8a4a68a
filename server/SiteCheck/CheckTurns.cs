using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Anybody may ask, so nobody may ask without end: so many a second for each client, and so many at a time of all.</summary>
public sealed class CheckTurns(IOptions<PlanOptions> options) : IDisposable
{
    /// <summary>A corner that is dragged asks at every move: some seconds of it are taken at once.</summary>
    private const int BurstSeconds = 3;

    /// <summary>What people draw by hand has fewer vertices; one of more may take until its time is over.</summary>
    private const int LargeVertices = 500;

    private const int Waiting = 100;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> clients = PartitionedRateLimiter.Create<string, string>(client =>
        options.Value.ChecksPerSecond is var rate and > 0
            ? RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = rate * BurstSeconds,
                TokensPerPeriod = rate,
                ReplenishmentPeriod = Period,
            })
            : RateLimitPartition.GetNoLimiter(client));

    /// <summary>A check reckons from its beginning to its end: more at a time than there are cores only get in each other's way.</summary>
    private readonly ConcurrencyLimiter all = AtOnce(Environment.ProcessorCount);

    /// <summary>Half of the cores, so that a few large outlines do not keep waiting all who draw small ones.</summary>
    private readonly ConcurrencyLimiter large = AtOnce(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Of what accounts submit and review, beside the others: whoever fills the queue of all keeps no submission waiting.</summary>
    private readonly ConcurrencyLimiter submitted = AtOnce(Math.Max(1, Environment.ProcessorCount / 2), waiting: int.MaxValue);

    /// <summary>Counts a question of a client, before anything is done for it.</summary>
    /// <exception cref="RequestException">429 too-many-checks.</exception>
    public void Count(HttpContext context)
    {
        using var own = clients.AttemptAcquire(ClientAddress.Of(context));
        if (!own.IsAcquired)
        {
            throw TooMany(own.RetryAfter(Period));
        }
    }

    /// <summary>A turn, which ends when it is disposed of. To be taken once all is there that is checked: who sends slowly keeps nobody waiting.</summary>
    /// <param name="vertices">Of what is checked.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="RequestException">429 too-many-checks: too many are waiting.</exception>
    public async ValueTask<IDisposable> Take(int vertices, CancellationToken cancel)
    {
        var first = vertices > LargeVertices ? await Take(large, cancel) : null;
        try
        {
            return new Turn(first, await Take(all, cancel));
        }
        catch
        {
            first?.Dispose();
            throw;
        }
    }

    /// <summary>A turn for a site that is submitted or reviewed: it is waited for, however many there are.</summary>
    /// <param name="cancel">Ends the waiting.</param>
    public async ValueTask<IDisposable> TakeSubmitted(CancellationToken cancel) => await Take(submitted, cancel);

    public void Dispose()
    {
        submitted.Dispose();
        clients.Dispose();
        large.Dispose();
        all.Dispose();
    }

    private async ValueTask<RateLimitLease> Take(ConcurrencyLimiter limiter, CancellationToken cancel)
    {
        var lease = await limiter.AcquireAsync(1, cancel);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        throw TooMany(Period);
    }

    private RequestException TooMany(TimeSpan wait) => RequestException.TooMany("too-many-checks", wait, new { perSecond = options.Value.ChecksPerSecond });

    private static ConcurrencyLimiter AtOnce(int number, int waiting = Waiting) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = number,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private sealed record Turn(RateLimitLease? Large, RateLimitLease Any) : IDisposable
    {
        public void Dispose()
        {
            Any.Dispose();
            Large?.Dispose();
        }
    }
}
