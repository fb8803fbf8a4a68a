using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>
/// Hears of every visible change through LISTEN/NOTIFY, so that "still the same" costs no query; looks by itself once
/// a second, so that a connection that died in silence is found out.
/// </summary>
public sealed class RevisionListener(PlanDatabase database, RevisionStore revisions, ILogger<RevisionListener> log) : BackgroundService
{
    private const int LookSeconds = 1;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private DateTime? serverStartedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
            {
                revisions.Deaf();
                log.LogDebug("The listener lost the database: {Reason}", fault.Message);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Listen(CancellationToken cancel)
    {
        await using var connection = await database.Listener.OpenConnectionAsync(cancel);
        connection.Notification += (_, note) =>
        {
            if (long.TryParse(note.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            {
                revisions.Hear(revision, Stopwatch.GetTimestamp());
            }
        };
        await using var listen = new NpgsqlCommand("listen plan_revision", connection) { CommandTimeout = LookSeconds };
        await listen.ExecuteNonQueryAsync(cancel);
        await RenewAfterRestart(connection, cancel);
        await using var look = new NpgsqlCommand("select value from published_plan.revision", connection) { CommandTimeout = LookSeconds };
        while (true)
        {
            var askedAt = Stopwatch.GetTimestamp();
            revisions.Hear((long)(await look.ExecuteScalarAsync(cancel))!, askedAt);
            var wake = askedAt + (LookSeconds * Stopwatch.Frequency);

            // A notification ends the wait early; the look comes once a second all the same.
            while (Stopwatch.GetTimestamp() < wake && await connection.WaitAsync(Remaining(wake), cancel))
            {
            }
        }
    }

    /// <summary>Whoever is given a connection of the server before would be told that the database is away, and with a tile all who wait for it.</summary>
    private async Task RenewAfterRestart(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand("select pg_postmaster_start_time()", connection) { CommandTimeout = LookSeconds };
        var startedAt = (DateTime)(await ask.ExecuteScalarAsync(cancel))!;
        if (serverStartedAt is { } before && before != startedAt)
        {
            database.Renew();
        }

        serverStartedAt = startedAt;
    }

    private static TimeSpan Remaining(long wake) =>
        TimeSpan.FromMilliseconds(Math.Max(1, (wake - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency));
}
