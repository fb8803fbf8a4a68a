using System.Diagnostics;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Search;

/// <summary>
/// The index in use. When the plan has changed, the old one goes on answering while the new one is built beside it;
/// an answer names the revision it is of. Only the very first question waits.
/// </summary>
public sealed class SearchIndexes(SearchIndexReader reader, RevisionStore revisions, WorkStates states, ILogger<SearchIndexes> log)
    : BackgroundWork(states, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>So many times as long as it took to read it, an index is left alone: with a change each second a large plan would be read all the time.</summary>
    private const int Rest = 9;

    private readonly Lock gate = new();
    private volatile SearchIndex? current;
    private Task<SearchIndex>? building;
    private long restsUntil;

    public async Task<SearchIndex> Get(CancellationToken cancel)
    {
        var revision = await revisions.Current(cancel);
        if (current is not { } index)
        {
            return await Build().WaitAsync(cancel);
        }

        if (index.Revision != revision)
        {
            _ = Build();
        }

        return index;
    }

    protected override string Name => "search-index";

    /// <summary>Builds the first index before anybody asks, and a new one when the plan has changed.</summary>
    protected override async Task Work(CancellationToken cancel)
    {
        PlanRevision? known = null;
        while (true)
        {
            var revision = await revisions.After(known, cancel);
            if (await revisions.IsLoaded(cancel) && revision.IsAfter((await Build().WaitAsync(cancel)).Revision))
            {
                // It was being read already, or rests: once more, a little later.
                await Task.Delay(Pause, cancel);
                continue;
            }

            known = revision;
            IsWell();
        }
    }

    private Task<SearchIndex> Build()
    {
        lock (gate)
        {
            if (building is null || (building.IsCompleted && Stopwatch.GetTimestamp() >= Interlocked.Read(ref restsUntil)))
            {
                building = Task.Run(Replace);
            }

            return building;
        }
    }

    // One index serves all requests, so it does not stop with the request that asked first.
    private async Task<SearchIndex> Replace()
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var index = await reader.Read(CancellationToken.None);
            current = index;
            log.LogInformation(
                "Search knows revision {Revision}: {Features} features, {Sentences} sentences, {Terms} terms", index.Revision.Number, index.Features.Count, index.Sentences.Count, index.Terms.Count);
            return index;
        }
        finally
        {
            var ended = Stopwatch.GetTimestamp();
            Interlocked.Exchange(ref restsUntil, current is null ? ended : ended + (Rest * (ended - begun)));
        }
    }
}
