using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Anybody may ask, so nobody may ask without end: so many a second for each client, and so many at a time of all.</summary>
public sealed class CheckTurns(IOptions<PlanOptions> options) : IDisposable
{
    /// <summary>A corner that is dragged asks at every move: some seconds of it are taken at once.</summary>
    private const int BurstSeconds = 3;

    /// <summary>A check reckons from its beginning to its end: more at a time than there are cores only get in each other's way.</summary>
    private const int AtOnceOfACore = 1;
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

    private readonly ConcurrencyLimiter all = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = AtOnceOfACore * Environment.ProcessorCount,
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>A turn, which ends when it is disposed of.</summary>
    /// <exception cref="RequestException">429 too-many-checks.</exception>
    public async ValueTask<IDisposable> Take(HttpContext context)
    {
        using var own = clients.AttemptAcquire(ClientAddress.Of(context));
        var turn = own.IsAcquired ? await all.AcquireAsync(1, context.RequestAborted) : null;
        if (turn is { IsAcquired: true })
        {
            return turn;
        }

        var wait = own.RetryAfter(Period);
        turn?.Dispose();
        throw RequestException.TooMany("too-many-checks", wait, new { perSecond = options.Value.ChecksPerSecond });
    }

    public void Dispose()
    {
        clients.Dispose();
        all.Dispose();
    }
}
