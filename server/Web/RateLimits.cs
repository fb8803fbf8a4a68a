using System.Threading.RateLimiting;

namespace SpatialPlan.Server.Web;

/// <summary>What a limiter that has refused says of when to come again.</summary>
public static class RateLimits
{
    extension(RateLimitLease refused)
    {
        /// <param name="otherwise">For a limiter that does not know: it waits for others and not for the clock.</param>
        public TimeSpan RetryAfter(TimeSpan otherwise) => refused.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : otherwise;
    }
}
