using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>The index of each collection of points, as new as the revision one asks for.</summary>
public sealed class PointIndexes(PlanDatabase database, PlanCatalogue catalogue)
{
    private readonly Dictionary<string, Holder> holders = catalogue.Collections
        .Where(collection => collection.GeometryType == "Point")
        .ToDictionary(collection => collection.Id, collection => new Holder(new PointReader(database, new CountDimensions(collection))));

    /// <summary>The index at a revision or later; null for a collection that has none, because it does not hold points.</summary>
    public async ValueTask<PointIndex?> Of(CollectionDefinition collection, PlanRevision revision, CancellationToken cancel) =>
        holders.TryGetValue(collection.Id, out var holder) ? await holder.AtLeast(revision, cancel) : null;

    /// <summary>The index of a selection, as of its moment; null where there is none, or where too much has changed since then.</summary>
    public async ValueTask<PointIndex?> Of(FeatureSelection selection, PlanRevision revision, CancellationToken cancel) =>
        !holders.TryGetValue(selection.Collection.Id, out var holder) ? null
        : selection.AsOf is { } moment ? await holder.AsOf(moment, revision, cancel)
        : await holder.AtLeast(revision, cancel);

    /// <summary>The index of a selection at a revision or later, if it is there already.</summary>
    public PointIndex? Known(FeatureSelection selection, PlanRevision revision) =>
        !holders.TryGetValue(selection.Collection.Id, out var holder) || holder.Known is not { } index || revision.IsAfter(index.Revision) ? null
        : selection.AsOf is { } moment ? holder.Past.Known(index.Revision, moment)
        : index;

    /// <summary>Whether the points of a collection have been read since the start, so that nobody waits long for their index.</summary>
    public bool IsRead(CollectionDefinition collection) => holders.TryGetValue(collection.Id, out var holder) && holder.IsRead;

    /// <summary>Brings all indexes up to a revision, so that nobody waits for them later.</summary>
    public async Task Refresh(PlanRevision revision, CancellationToken cancel)
    {
        foreach (var holder in holders.Values)
        {
            await holder.AtLeast(revision, cancel);
        }
    }

    private sealed class Holder(PointReader reader)
    {
        private const int WorthTidying = 100_000;
        private const int Readings = 2;

        private readonly Lock gate = new();
        private volatile PointIndex? current;
        private Task<PointIndex>? running;

        public PastIndexes Past { get; } = new(reader);

        public bool IsRead => current is not null;

        public PointIndex? Known => current;

        public async ValueTask<PointIndex> AtLeast(PlanRevision revision, CancellationToken cancel)
        {
            // A reading that began before the question may have missed what was asked for. The next one has not: what it
            // finds is the newest there is, in whatever database is there by now.
            for (var round = 0; ; round++)
            {
                if (current is { } known && (round == Readings || !revision.IsAfter(known.Revision)))
                {
                    return known;
                }

                // One at a time reads; it goes on when the one who asked first goes away, because the next one needs it too.
                Task<PointIndex> reading;
                lock (gate)
                {
                    reading = running is { IsCompleted: false } ? running : running = Task.Run(Read, CancellationToken.None);
                }

                await reading.WaitAsync(cancel);
            }
        }

        public async ValueTask<PointIndex?> AsOf(DateTimeOffset moment, PlanRevision revision, CancellationToken cancel)
        {
            // Where the plan has changed since the points were read they are read again; a plan that never rests is left to PostgreSQL.
            for (var round = 0; round < Readings; round++)
            {
                var now = await AtLeast(revision, cancel);
                var (index, found) = await Past.Of(now, moment).WaitAsync(cancel);
                if (found == now.Revision)
                {
                    return index;
                }

                revision = found;
            }

            return null;
        }

        private async Task<PointIndex> Read()
        {
            var next = current is { } known ? await reader.ReadChanges(known, CancellationToken.None) : null;
            return current = next ?? await ReadAll();
        }

        private async Task<PointIndex> ReadAll()
        {
            var index = await reader.ReadAll(CancellationToken.None);
            if (index.Count > WorthTidying)
            {
                // What was needed for reading is as much again, and would stay until the next great collection.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }

            return index;
        }
    }
}
