using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Contests;

/// <summary>Deletes how to reach who has contested something; the contest stays.</summary>
public sealed class ContactExpiry(ContestStore contests, WorkStates states, ILogger<ExpiryWork> log) : ExpiryWork(states, log)
{
    protected override string Name => "contact-expiry";

    protected override string Things => "contacts";

    protected override Task<long> Delete(CancellationToken cancel) => contests.ForgetContacts(cancel);
}
