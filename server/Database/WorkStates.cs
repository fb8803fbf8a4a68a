using System.Collections.Concurrent;

namespace SpatialPlan.Server.Database;

/// <summary>Work that does not succeed at present: since when, how often it was tried, why the last time.</summary>
public sealed record WorkFailure(DateTimeOffset Since, int Attempts, Exception Fault, bool IsNew);

/// <summary>Which work beside requests fails at present.</summary>
public sealed class WorkStates
{
    private readonly ConcurrentDictionary<string, WorkFailure> failing = new(StringComparer.Ordinal);

    /// <summary>By name of the work, in its order.</summary>
    public IEnumerable<KeyValuePair<string, WorkFailure>> Failing => failing.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>Notes another failure.</summary>
    public WorkFailure Failed(string work, Exception fault) => failing.AddOrUpdate(
        work,
        _ => new WorkFailure(DateTimeOffset.UtcNow, 1, fault, IsNew: true),
        (_, last) => new WorkFailure(last.Since, last.Attempts + 1, fault, IsNew: fault.Message != last.Fault.Message));

    /// <summary>Notes that the work succeeds; what failed until now, or null.</summary>
    public WorkFailure? IsWell(string work) => failing.TryRemove(work, out var failure) ? failure : null;
}
