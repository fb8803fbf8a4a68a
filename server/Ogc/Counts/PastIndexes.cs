using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>The points of a collection as they stood at the moments that were asked for last.</summary>
internal sealed class PastIndexes(PointReader reader)
{
    /// <summary>A map asks as of one moment, and so does another: each may hold as much as the points of now.</summary>
    private const int Kept = 2;

    private readonly Lock gate = new();
    private readonly List<Past> kept = [];

    /// <summary>The index as of a moment, of points of now; null when too much has changed since. With the revision that it found: another one than that of the points has given nothing.</summary>
    public Task<(PointIndex? Index, PlanRevision Revision)> Of(PointIndex now, DateTimeOffset moment)
    {
        lock (gate)
        {
            // What was approved may say an earlier time than the one at which it could be seen: nothing holds beyond its revision.
            kept.RemoveAll(past => past.Revision != now.Revision || past.Reading.IsFaulted || (past.Reading.IsCompletedSuccessfully && past.Reading.Result.Revision != past.Revision));
            var wanted = kept.Find(past => past.Moment == moment) ?? new Past(moment, now.Revision, Task.Run(() => reader.ReadPast(now, moment, CancellationToken.None)));
            kept.Remove(wanted);
            kept.Add(wanted);
            kept.RemoveRange(0, Math.Max(0, kept.Count - Kept));
            return wanted.Reading;
        }
    }

    /// <summary>The same if it is there already.</summary>
    public PointIndex? Known(PlanRevision revision, DateTimeOffset moment)
    {
        lock (gate)
        {
            return kept.Find(past => past.Moment == moment && past.Revision == revision)?.Reading is { IsCompletedSuccessfully: true } reading ? reading.Result.Index : null;
        }
    }

    private sealed record Past(DateTimeOffset Moment, PlanRevision Revision, Task<(PointIndex? Index, PlanRevision Revision)> Reading);
}
