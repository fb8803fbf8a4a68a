using System.Diagnostics;

namespace SpatialPlan.Server.Database;

/// <summary>
/// The number of the plan's last visible change: what the database says, or what the listener has just heard.
/// </summary>
public sealed class RevisionStore(PlanDatabase database)
{
    /// <summary>What was heard longer ago than this is asked again, so that nothing is older than two seconds.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1.8);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private long known = -1;
    private long heardAt;
    private TaskCompletionSource risen = Promise();
    private Task<long>? asking;
    private bool isLoaded;

    /// <summary>The highest revision this process knows of, -1 when none.</summary>
    public long Known => Interlocked.Read(ref known);

    /// <summary>What was heard of late, null when that is too long ago to rely on.</summary>
    public long? Heard
    {
        get
        {
            var heard = Interlocked.Read(ref heardAt);
            return heard != 0 && Stopwatch.GetElapsedTime(heard) < Fresh ? Known : null;
        }
    }

    /// <summary>The revision is this one or a later one; <paramref name="askedAt"/> is when the question was put.</summary>
    public void Hear(long revision, long askedAt)
    {
        lock (gate)
        {
            Rise(revision);
            heardAt = Math.Max(heardAt, askedAt);
        }
    }

    /// <summary>Waits until a later revision than this is known, and gives it: how others follow without a listener of their own.</summary>
    public async Task<long> After(long revision, CancellationToken cancel)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (known > revision)
                {
                    return known;
                }

                change = risen.Task;
            }

            await change.WaitAsync(cancel);
        }
    }

    /// <summary>The listener has lost its connection: from now on the database is asked.</summary>
    public void Deaf() => Interlocked.Exchange(ref heardAt, 0);

    /// <summary>What was heard, without a query; two seconds old at most. For what many ask and caches keep.</summary>
    public async ValueTask<long> Recent(CancellationToken cancel) => Heard ?? await Asked().WaitAsync(Patience, cancel);

    /// <summary>What the database says. Read before the data, so that data may be newer than its ETag but never older.</summary>
    public async Task<long> Current(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand("select value from published_plan.revision");
        command.CommandTimeout = (int)Patience.TotalSeconds;
        var revision = (long)(await command.ExecuteScalarAsync(cancel))!;
        lock (gate)
        {
            Rise(revision);
        }

        return revision;
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
    private Task<long> Asked()
    {
        lock (gate)
        {
            return asking is { IsCompleted: false } ? asking : asking = Current(CancellationToken.None);
        }
    }

    private void Rise(long revision)
    {
        if (revision > known)
        {
            known = revision;
            risen.SetResult();
            risen = Promise();
        }
    }

    private static TaskCompletionSource Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
