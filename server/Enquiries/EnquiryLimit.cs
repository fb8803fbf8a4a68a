using Microsoft.Extensions.Options;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Enquiries;

/// <summary>How many enquiries are taken.</summary>
public sealed class EnquiryLimit(IOptions<PlanOptions> options) : IDisposable
{
    private readonly HourlyLimit limit = new(options.Value.Enquiries);

    /// <exception cref="RequestException">too-many-enquiries: 429 with Retry-After.</exception>
    public void Take(HttpContext context)
    {
        if (limit.Take(context) is { } wait)
        {
            throw RequestException.TooMany("too-many-enquiries", wait, HourlyLimit.Args(wait));
        }
    }

    public void Dispose() => limit.Dispose();
}
