using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>Reads the points when the server starts and after every change, before anybody asks.</summary>
public sealed class PointRefresher(PointIndexes indexes, RevisionStore revisions, WorkStates states, ILogger<PointRefresher> log) : BackgroundWork(states, log)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    protected override string Name => "point-indexes";

    protected override async Task Work(CancellationToken cancel)
    {
        PlanRevision? done = null;
        while (true)
        {
            await Task.Delay(Look, cancel);
            if (revisions.Known is { } revision && revision.IsAfter(done))
            {
                await indexes.Refresh(revision, cancel);
                done = revision;
                IsWell();
            }
        }
    }
}
