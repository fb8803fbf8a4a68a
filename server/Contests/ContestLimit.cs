using Microsoft.Extensions.Options;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Contests;

/// <summary>How many contests are taken.</summary>
public sealed class ContestLimit(IOptions<PlanOptions> options) : IDisposable
{
    private readonly HourlyLimit limit = new(options.Value.Contests);

    /// <exception cref="RequestException">too-many-contests: 429 with Retry-After.</exception>
    public void Take(HttpContext context)
    {
        if (limit.Take(context) is { } wait)
        {
            throw RequestException.TooMany("too-many-contests", wait, HourlyLimit.Args(wait));
        }
    }

    public void Dispose() => limit.Dispose();
}
