using System.Diagnostics;

namespace SpatialPlan.Server.Database;

/// <summary>
/// The state of the plan after its last visible change: what the database says, or what the listener has just heard. Where
/// one catalogue is served, no revision that has another is given.
/// </summary>
public sealed class RevisionStore(PlanDatabase database, ServedCatalogue? served = null)
{
    /// <summary>What was heard longer ago than this is asked again, so that nothing is older than two seconds.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1.8);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly TaskCompletionSource superseded = Promise();
    private volatile PlanRevision? known;
    private long heardAt;
    private TaskCompletionSource changed = Promise();
    private Task<PlanRevision>? asking;
    private bool isLoaded;

    /// <summary>Ends when the plan has another catalogue than the one that is served.</summary>
    public Task Superseded => superseded.Task;

    /// <summary>The latest revision this process knows of, null when none.</summary>
    public PlanRevision? Known => known;

    /// <summary>What was heard of late, null when that is too long ago to rely on.</summary>
    public PlanRevision? Heard
    {
        get
        {
            var heard = Interlocked.Read(ref heardAt);
            return heard != 0 && Stopwatch.GetElapsedTime(heard) < Fresh ? known : null;
        }
    }

    /// <summary>The revision is this one or a later one; <paramref name="askedAt"/> is when the question was put.</summary>
    public void Hear(Guid installation, long number, string? catalogue, long askedAt)
    {
        if (IsOfAnother(catalogue))
        {
            Deaf();
            return;
        }

        Note(installation, number);
        lock (gate)
        {
            heardAt = Math.Max(heardAt, askedAt);
        }
    }

    /// <summary>Waits until a later revision than this is known, and gives it: how others follow without a listener of their own.</summary>
    public async Task<PlanRevision> After(PlanRevision? revision, CancellationToken cancel)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (known is { } now && now.IsAfter(revision))
                {
                    return now;
                }

                change = changed.Task;
            }

            await change.WaitAsync(cancel);
        }
    }

    /// <summary>The listener has lost its connection: from now on the database is asked.</summary>
    public void Deaf() => Interlocked.Exchange(ref heardAt, 0);

    /// <summary>What was heard, without a query; two seconds old at most. For what many ask and caches keep.</summary>
    public async ValueTask<PlanRevision> Recent(CancellationToken cancel) => Heard ?? await Asked().WaitAsync(Patience, cancel);

    /// <summary>What the database says. Read before the data, so that data may be newer than its ETag but never older.</summary>
    /// <exception cref="SupersededException">It has another catalogue than the one that is served.</exception>
    public async Task<PlanRevision> Current(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand("select installation, value, catalogue from published_plan.revision");
        command.CommandTimeout = (int)Patience.TotalSeconds;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return IsOfAnother(reader.IsDBNull(2) ? null : reader.GetString(2)) ? throw new SupersededException() : Note(reader.GetGuid(0), reader.GetInt64(1));
    }

    /// <summary>Whether a package has been loaded. It stays, so that this is asked until it is.</summary>
    public async Task<bool> IsLoaded(CancellationToken cancel)
    {
        if (!isLoaded)
        {
            await using var command = database.Public.CreateCommand("select exists (select from published_plan.package)");
            isLoaded = await command.ExecuteScalarAsync(cancel) is true;
        }

        return isLoaded;
    }

    /// <summary>One question at a time, whoever waits for it: when the database hangs, a crowd must not take all connections.</summary>
    private Task<PlanRevision> Asked()
    {
        lock (gate)
        {
            return asking is { IsCompleted: false } ? asking : asking = Current(CancellationToken.None);
        }
    }

    private bool IsOfAnother(string? catalogue)
    {
        var isOther = served is not null && served.Hash != catalogue;
        if (isOther)
        {
            superseded.TrySetResult();
        }

        return isOther;
    }

    /// <summary>What the database said as a revision, and known from now on unless a later one of it is known already.</summary>
    private PlanRevision Note(Guid installation, long number)
    {
        lock (gate)
        {
            if (known is { } last && last.Installation == installation && last.Number >= number)
            {
                return last.Number == number ? last : new PlanRevision(installation, number);
            }

            isLoaded &= known?.Installation == installation;
            known = new PlanRevision(installation, number);
            changed.SetResult();
            changed = Promise();
            return known;
        }
    }

    private static TaskCompletionSource Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
