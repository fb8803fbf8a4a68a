using System.Diagnostics;
using Npgsql;

namespace SpatialPlan.Server.Database;

/// <summary>
/// Looks at the revision when LISTEN/NOTIFY tells of a change, so that "still the same" costs no query; looks by itself
/// once a second, so that a connection that died in silence is found out. Every login may notify: what is told is a hint
/// to look, and never believed. Passes on, too, that somebody has been told something.
/// </summary>
public sealed class RevisionListener(PlanDatabase database, RevisionStore revisions, NotificationHint notifications, WorkStates states, ILogger<RevisionListener> log)
    : BackgroundWork(states, log)
{
    private const int LookSeconds = 1;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private DateTime? serverStartedAt;
    private Guid installation;

    protected override string Name => "revision-listener";

    protected override async Task Work(CancellationToken cancel)
    {
        try
        {
            await Listen(cancel);
        }
        finally
        {
            revisions.Deaf();
        }
    }

    private async Task Listen(CancellationToken cancel)
    {
        await using var connection = await database.Listener.OpenConnectionAsync(cancel);
        var isTold = false;
        connection.Notification += (_, told) =>
        {
            if (told.Channel == NotificationHint.Channel)
            {
                notifications.Hear();
            }
            else
            {
                isTold = true;
            }
        };
        await using var listen = new NpgsqlCommand($"listen plan_revision; listen {NotificationHint.Channel}", connection) { CommandTimeout = LookSeconds };
        await listen.ExecuteNonQueryAsync(cancel);
        await RenewAfterRestart(connection, cancel);
        await using var look = new NpgsqlCommand("select installation, value, catalogue from published_plan.revision", connection) { CommandTimeout = LookSeconds };
        while (true)
        {
            var askedAt = Stopwatch.GetTimestamp();
            isTold = false;
            await using (var row = await look.ExecuteReaderAsync(cancel))
            {
                await row.ReadAsync(cancel);
                if (installation != row.GetGuid(0))
                {
                    // What connections have prepared is of the database that was there before.
                    database.Renew();
                    installation = row.GetGuid(0);
                }

                revisions.Hear(installation, row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), askedAt);
            }

            IsWell();
            var wake = askedAt + (LookSeconds * Stopwatch.Frequency);

            while (!isTold && Stopwatch.GetTimestamp() < wake)
            {
                await connection.WaitAsync(Remaining(wake), cancel);
            }

            // Told a thousand times a second, we look fifty times.
            if (Stopwatch.GetElapsedTime(askedAt) < Rest)
            {
                await Task.Delay(Rest, cancel);
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
