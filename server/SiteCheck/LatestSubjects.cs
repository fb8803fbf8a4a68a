using System.Collections.Concurrent;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Subjects by rule, code and version, so many at most: when there are more it begins anew, which costs a moment and no bookkeeping.</summary>
internal sealed class LatestSubjects(int most)
{
    private volatile ConcurrentDictionary<(Guid Installation, string Rule, string Code, int Version), PlanSubject> kept = [];

    public PlanSubject Get((Guid Installation, string Rule, string Code, int Version) key, Func<PlanSubject> read)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (kept.Count >= most)
        {
            kept = [];
        }

        return kept.GetOrAdd(key, _ => read());
    }
}
