using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Enquiries;

/// <summary>Deletes enquiries, with all that was written in them.</summary>
public sealed class EnquiryExpiry(EnquiryStore enquiries, WorkStates states, ILogger<ExpiryWork> log) : ExpiryWork(states, log)
{
    protected override string Name => "enquiry-expiry";

    protected override string Things => "enquiries";

    protected override Task<long> Delete(CancellationToken cancel) => enquiries.Expire(cancel);
}
